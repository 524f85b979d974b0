using System.Text;
using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>`POST /{IG_ID}/messages`: text and sender actions to a person who wrote before.</summary>
internal sealed class SendMessage(World world, SendRates rates, WebhookPublisher webhooks, TimeProvider clock) : IGraphEndpoint
{
    private const int MostBytes = 1_000;

    public async Task<IResult> HandleAsync(GraphCall call, CancellationToken ct)
    {
        if (!rates.AllowSend(call.Account.UserId))
        {
            return GraphErrors.Rate();
        }

        var recipient = call.Parameters.Object("recipient");
        if (recipient?["comment_id"] is not null)
        {
            return SendErrors.CommentInvalid();
        }

        if (Text(recipient?["id"]) is not { } igsid)
        {
            return SendErrors.InvalidData("The parameter recipient is required");
        }

        var message = call.Parameters.Object("message");
        var action = call.Parameters["sender_action"];
        if (message is not null && action is not null)
        {
            return SendErrors.MessageAndAction();
        }

        return message is null ? Act(call, igsid, action) : await SendAsync(call, igsid, message, ct);
    }

    private IResult Act(GraphCall call, string igsid, string? action)
    {
        if (action is not ("typing_on" or "typing_off" or "mark_seen"))
        {
            CallContext.Of(call.Http).Unimplemented = action is not null;
            return SendErrors.InvalidData("There is neither a message nor a known sender_action");
        }

        return Find(call.Account, igsid) is null
            ? SendErrors.NoMatchingUser()
            : GraphAnswers.Json(new JsonObject { ["recipient_id"] = igsid });
    }

    private async Task<IResult> SendAsync(GraphCall call, string igsid, JsonObject content, CancellationToken ct)
    {
        if (Text(content["text"]) is not { Length: > 0 } text)
        {
            CallContext.Of(call.Http).Unimplemented = content.Count > 0;
            return SendErrors.InvalidData("The message has no text");
        }

        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            return SendErrors.InvalidData("Length of param message[text] must be less than or equal to 1000 bytes");
        }

        ChatMessage sent;
        lock (world.Gate)
        {
            if (Find(call.Account, igsid) is not { } thread)
            {
                return SendErrors.NoMatchingUser();
            }

            var now = clock.GetUtcNow();
            if (MessagingWindow.Check(thread, call.Parameters["tag"], now) is { } closed)
            {
                return closed;
            }

            sent = world.AddMessage(thread, fromCustomer: false, text, now);
        }

        await webhooks.PublishAsync(sent, ct);
        return GraphAnswers.Json(new JsonObject { ["recipient_id"] = igsid, ["message_id"] = sent.Mid });
    }

    private CustomerThread? Find(Account account, string igsid)
    {
        lock (world.Gate)
        {
            return world.Threads.Find(igsid) is { } thread && thread.Account == account ? thread : null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
