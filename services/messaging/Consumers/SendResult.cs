using Microsoft.EntityFrameworkCore;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Applies what became of a message of ours.</summary>
internal sealed partial class SendResult(MessagingDbContext db, IEventOutbox outbox, TimeProvider clock, ILogger<SendResult> logger)
{
    /// <summary>Meta has taken the message. Its echo may have come first and been stored as written on the phone: then it gives way.</summary>
    public async Task SentAsync(Guid workspaceId, Guid messageId, string platformMessageId, CancellationToken ct)
    {
        if (await LockAsync(workspaceId, messageId, ct) is not var (conversation, message)) return;
        var echoId = await db.Messages
            .Where(echo => echo.Channel == message.Channel && echo.AccountId == message.AccountId && echo.PlatformMessageId == platformMessageId && echo.Id != message.Id)
            .Select(echo => (Guid?)echo.Id)
            .SingleOrDefaultAsync(ct);
        if (!message.TryMarkSent(platformMessageId)) return;

        if (echoId is { } id)
        {
            await db.Messages.Where(echo => echo.Id == id).ExecuteDeleteAsync(ct);
            conversation.ReplaceEcho(id, message, clock.GetUtcNow().ToStored());
        }

        outbox.Add(conversation.ToUpdated(clock.GetUtcNow().ToStored(), message));
    }

    public async Task FailedAsync(Guid workspaceId, Guid messageId, string code, string reason, CancellationToken ct)
    {
        if (await LockAsync(workspaceId, messageId, ct) is not var (conversation, message)) return;
        if (message.TryMarkFailed(code, reason)) outbox.Add(conversation.ToUpdated(clock.GetUtcNow().ToStored(), message));
    }

    private async Task<(Conversation Conversation, Message Message)?> LockAsync(Guid workspaceId, Guid messageId, CancellationToken ct)
    {
        var conversationId = await db.Messages
            .Where(message => message.Id == messageId && message.WorkspaceId == workspaceId)
            .Select(message => (Guid?)message.ConversationId)
            .SingleOrDefaultAsync(ct);
        if (conversationId is { } id && await db.LockConversationAsync(workspaceId, id, ct) is { } conversation)
        {
            return (conversation, await db.Messages.SingleAsync(message => message.Id == messageId, ct));
        }

        UnknownMessage(messageId);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Result of a send for message {MessageId}, which is not here")]
    private partial void UnknownMessage(Guid messageId);
}
