using System.Globalization;
using System.Text;

namespace SocialSelling.MailCatcher.Mails;

/// <summary>Back from what mails are packed in.</summary>
internal static class TransferCoding
{
    public static byte[] Base64(string text)
    {
        var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        var bytes = new byte[compact.Length];
        return Convert.TryFromBase64String(compact, bytes, out var written) ? bytes[..written] : Encoding.Latin1.GetBytes(text);
    }

    public static byte[] QuotedPrintable(string text, bool underscoreIsBlank)
    {
        using var bytes = new MemoryStream(text.Length);
        for (var position = 0; position < text.Length; position++)
        {
            var rest = text.AsSpan(position + 1);
            if (text[position] == '=' && rest.StartsWith("\r\n"))
            {
                position += 2;
            }
            else if (text[position] == '=' && rest.Length >= 2
                && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.WriteByte(value);
                position += 2;
            }
            else
            {
                bytes.WriteByte((byte)(underscoreIsBlank && text[position] == '_' ? ' ' : text[position]));
            }
        }

        return bytes.ToArray();
    }

    public static string Text(byte[] bytes, string charset)
    {
        try
        {
            return (charset.Length == 0 ? Encoding.UTF8 : Encoding.GetEncoding(charset)).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
