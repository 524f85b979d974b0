using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Entries of messages: milliseconds, and for echoes the business as sender.</summary>
internal static class MessagingEntry
{
    public static JsonObject Of(ChatMessage message, DateTimeOffset sentAt)
    {
        var account = message.Thread.Account.UserId;
        var person = message.Thread.Igsid;
        var body = new JsonObject { ["mid"] = message.Mid, ["text"] = message.Text };
        if (!message.FromCustomer)
        {
            body["is_echo"] = true;
        }

        return new JsonObject
        {
            ["time"] = sentAt.ToUnixTimeMilliseconds(),
            ["id"] = account,
            ["messaging"] = new JsonArray(new JsonObject
            {
                ["sender"] = new JsonObject { ["id"] = message.FromCustomer ? person : account },
                ["recipient"] = new JsonObject { ["id"] = message.FromCustomer ? account : person },
                ["timestamp"] = message.At.ToUnixTimeMilliseconds(),
                ["message"] = body,
            }),
        };
    }
}
