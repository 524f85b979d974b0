using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Bodies as Meta writes them: slashes escaped, everything beyond ASCII as `\u00e9`.</summary>
internal static class WebhookBody
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(IEnumerable<JsonObject> entries) => Escape(new JsonObject
    {
        ["object"] = "instagram",
        ["entry"] = new JsonArray([.. entries]),
    }.ToJsonString(Relaxed));

    public static byte[] Escape(string json)
    {
        var escaped = new StringBuilder(json.Length + 32);
        for (var position = 0; position < json.Length; position++)
        {
            var character = json[position];
            if (character == '\\')
            {
                position += AppendEscape(escaped, json.AsSpan(position));
            }
            else if (character == '/')
            {
                escaped.Append("\\/");
            }
            else if (character < 128)
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
        }

        return Encoding.ASCII.GetBytes(escaped.ToString());
    }

    /// <summary>Copies an escape that is there already, its digits in lower case; returns how many further characters it took.</summary>
    private static int AppendEscape(StringBuilder escaped, ReadOnlySpan<char> rest)
    {
        const int UnicodeEscape = 6;
        if (rest.Length < UnicodeEscape || rest[1] != 'u')
        {
            escaped.Append(rest[..Math.Min(2, rest.Length)]);
            return 1;
        }

        Span<char> lower = stackalloc char[UnicodeEscape];
        rest[..UnicodeEscape].ToLowerInvariant(lower);
        escaped.Append(lower);
        return UnicodeEscape - 1;
    }
}
