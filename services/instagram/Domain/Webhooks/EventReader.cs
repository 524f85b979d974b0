using System.Text.Json;

namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>Reads the events of one entry.</summary>
internal sealed class EventReader(string accountId, DateTimeOffset entryTime, ParsedDelivery parsed)
{
    private const int MaxMidLength = 500;

    private static readonly string[] OtherEvents =
    [
        "reaction", "postback", "read", "referral", "message_edit", "optin", "pass_thread_control", "take_thread_control", "request_thread_control",
        "app_roles",
    ];

    private static readonly string[] KnownFields =
    [
        "comments", "live_comments", "mentions", "story_insights", "message_reactions", "message_edit", "messaging_postbacks", "messaging_referral",
        "messaging_seen", "messaging_handover", "messaging_optins",
    ];

    public void ReadChange(JsonElement change)
    {
        var field = change.Text("field");
        if (field is "messages" or "message_echoes" or "standby" && change.Object("value") is { } value)
        {
            ReadEvent(value);
            return;
        }

        parsed.Ignored.Add(KnownFields.Contains(field) ? field! : "unknown_field");
    }

    public void ReadEvent(JsonElement item)
    {
        if (item.Object("message") is { } message)
        {
            ReadMessage(item, message);
            return;
        }

        var type = item.ValueKind == JsonValueKind.Object ? OtherEvents.FirstOrDefault(name => item.TryGetProperty(name, out _)) : null;
        parsed.Ignored.Add(type ?? "unknown_event");
    }

    private void ReadMessage(JsonElement item, JsonElement message)
    {
        var isEcho = message.IsTrue("is_echo");
        var contactId = item.Object(isEcho ? "recipient" : "sender")?.Id("id");
        if (message.Id("mid", MaxMidLength) is not { } mid || contactId is null)
        {
            parsed.Ignored.Add("malformed_message");
            return;
        }

        if (message.IsTrue("is_deleted") || message.IsTrue("is_self"))
        {
            parsed.Ignored.Add(message.IsTrue("is_self") ? "message_to_self" : "message_deleted");
            return;
        }

        parsed.Messages.Add(new InboundMessage(accountId, mid, isEcho, contactId, message.Text("text"), item.Time("timestamp") ?? entryTime));
    }
}
