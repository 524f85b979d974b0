using System.Text;
using System.Text.RegularExpressions;

namespace SocialSelling.MailCatcher.Mails;

/// <summary>RFC 2047: other characters than ASCII in headers. A character may be torn over two words: their bytes are joined first.</summary>
internal static partial class EncodedWords
{
    public static string Decode(string header)
    {
        // What is not encoded may be UTF-8 outright (RFC 6532).
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(header));
        return Run().Replace(text, run =>
        {
            var words = Word().Matches(run.Value);
            return TransferCoding.Text([.. words.SelectMany(BytesOf)], words[0].Groups["charset"].Value);
        });
    }

    private static byte[] BytesOf(Match word) => word.Groups["coding"].Value is "B" or "b"
        ? TransferCoding.Base64(word.Groups["text"].Value)
        : TransferCoding.QuotedPrintable(word.Groups["text"].Value, underscoreIsBlank: true);

    [GeneratedRegex(@"=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=(?:\s+=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)*")]
    private static partial Regex Run();

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<coding>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();
}
