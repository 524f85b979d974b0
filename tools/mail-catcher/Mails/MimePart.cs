using System.Text;
using System.Text.RegularExpressions;

namespace SocialSelling.MailCatcher.Mails;

/// <summary>A mail, or a part of one, taken apart as far as reading it needs; what is malformed is shown as it is.</summary>
internal sealed partial class MimePart
{
    private const int MaxDepth = 8;

    private readonly List<MimePart> parts = [];
    private readonly string body;

    private MimePart(string raw, int depth)
    {
        // Latin-1 keeps every byte as one character until the charset is known.
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        body = end < 0 ? "" : raw[(end + 4)..];
        Headers = [.. FoldedLine().Replace(head, " ").Split("\r\n").Select(line => line.Split(':', 2)).Where(line => line.Length == 2)
            .Select(line => new MailHeader(line[0].Trim(), EncodedWords.Decode(line[1].Trim())))];
        if (depth < MaxDepth && Boundary().Match(Header("Content-Type")) is { Success: true } boundary)
        {
            var divider = "--" + boundary.Groups["text"].Value;
            parts.AddRange(("\r\n" + body).Split("\r\n" + divider).Skip(1).Where(part => part.StartsWith("\r\n", StringComparison.Ordinal))
                .Select(part => new MimePart(part[2..], depth + 1)));
        }
    }

    public IReadOnlyList<MailHeader> Headers { get; }

    public static MimePart Parse(byte[] content) => new(Encoding.Latin1.GetString(content), 0);

    public string Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    /// <summary>The text of the first part of this type, or nothing.</summary>
    public string Find(string mediaType)
    {
        if (parts.Count > 0)
        {
            return parts.Select(part => part.Find(mediaType)).FirstOrDefault(text => text.Length > 0, "");
        }

        var type = Header("Content-Type") is { Length: > 0 } given ? given : "text/plain";
        return type.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) ? Decode() : "";
    }

    private string Decode()
    {
        var bytes = Header("Content-Transfer-Encoding").ToLowerInvariant() switch
        {
            "base64" => TransferCoding.Base64(body),
            "quoted-printable" => TransferCoding.QuotedPrintable(body, underscoreIsBlank: false),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return TransferCoding.Text(bytes, Charset().Match(Header("Content-Type")).Groups["text"].Value);
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex FoldedLine();

    [GeneratedRegex("^multipart/.*boundary=\"?(?<text>[^\";]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("charset=\"?(?<text>[^\";\\s]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
