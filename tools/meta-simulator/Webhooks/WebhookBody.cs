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
        foreach (var character in json)
        {
            if (character == '/')
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
}
