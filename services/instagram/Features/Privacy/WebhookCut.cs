using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialSelling.Instagram.Features.Privacy;

/// <summary>Cuts accounts out of a webhook's body.</summary>
internal static class WebhookCut
{
    /// <summary>The body without the entries of these accounts; null when nothing of others is left, or when it cannot be read.</summary>
    public static byte[]? Without(byte[] body, string[] accounts)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject webhook || webhook["entry"] is not JsonArray entries)
            {
                return null;
            }

            foreach (var entry in entries.Where(entry => accounts.Contains(IdOf(entry))).ToList())
            {
                entries.Remove(entry);
            }

            return entries.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(webhook);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Digits as text or as a number.
    private static string? IdOf(JsonNode? entry) => (entry as JsonObject)?["id"]?.ToString();
}
