using System.Text.Json;

namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>
/// Reads every event of every entry of a webhook, in the four forms Meta uses: <c>messaging[]</c>, <c>standby[]</c>, <c>changes[]</c> and
/// <c>field</c> with <c>value</c> beside the entry's id. What is odd is left aside with a reason and never spoils its neighbours.
/// </summary>
internal static class WebhookParser
{
    /// <summary>Null when the body is no webhook at all.</summary>
    public static ParsedDelivery? Parse(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.Array("entry") is not { } entries)
            {
                return null;
            }

            var parsed = new ParsedDelivery();
            if (document.RootElement.Text("object") is { } type && type != "instagram")
            {
                parsed.Ignored.Add("other_object");
                return parsed;
            }

            foreach (var entry in entries.EnumerateArray())
            {
                Guarded(parsed, () => ReadEntry(entry, parsed, receivedAt));
            }

            return parsed;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void ReadEntry(JsonElement entry, ParsedDelivery parsed, DateTimeOffset receivedAt)
    {
        if (entry.Id("id") is not { } accountId)
        {
            parsed.Ignored.Add("malformed_entry");
            return;
        }

        // The dashboard's Test button sends from this account.
        if (accountId == "0")
        {
            parsed.Ignored.Add("dashboard_test");
            return;
        }

        var reader = new EventReader(accountId, entry.Time("time") ?? receivedAt, parsed);
        Each(entry.Array("messaging"), parsed, reader.ReadEvent);
        Each(entry.Array("standby"), parsed, reader.ReadEvent);
        Each(entry.Array("changes"), parsed, reader.ReadChange);
        if (entry.TryGetProperty("field", out _))
        {
            Guarded(parsed, () => reader.ReadChange(entry));
        }
    }

    private static void Each(JsonElement? items, ParsedDelivery parsed, Action<JsonElement> read)
    {
        if (items is not { } array)
        {
            return;
        }

        foreach (var item in array.EnumerateArray())
        {
            Guarded(parsed, () => read(item));
        }
    }

    /// <summary>Text that is no valid Unicode comes to light only when it is read.</summary>
    private static void Guarded(ParsedDelivery parsed, Action read)
    {
        try
        {
            read();
        }
        catch (InvalidOperationException)
        {
            parsed.Ignored.Add("malformed_text");
        }
    }
}
