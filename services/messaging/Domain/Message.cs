namespace SocialSelling.Messaging.Domain;

internal sealed class Message
{
    private Message()
    {
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid ConversationId { get; private set; }

    public Guid AccountId { get; private set; }

    public string Channel { get; private set; } = "";

    /// <summary>Meta's id; absent until Meta has taken a message of ours.</summary>
    public string? PlatformMessageId { get; private set; }

    public string Direction { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string State { get; private set; } = "";

    public string? Text { get; private set; }

    public bool IsRead { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureReason { get; private set; }

    /// <summary>Meta's time of a received message, our time of one we wrote: the order within the conversation.</summary>
    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Message Queue(Conversation conversation, string text, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        WorkspaceId = conversation.WorkspaceId,
        ConversationId = conversation.Id,
        AccountId = conversation.AccountId,
        Channel = conversation.Channel,
        Direction = MessageDirections.Outbound,
        Source = MessageSources.Api,
        State = MessageStates.Queued,
        Text = text,
        IsRead = true,
        SentAt = now,
        CreatedAt = now,
    };

    /// <summary>False when it was known already.</summary>
    public bool TryMarkSent(string platformMessageId)
    {
        if (State == MessageStates.Sent) return false;
        State = MessageStates.Sent;
        PlatformMessageId = platformMessageId;
        FailureCode = null;
        FailureReason = null;
        return true;
    }

    /// <summary>False when a result is known already: that Meta has taken a message is never taken back.</summary>
    public bool TryMarkFailed(string code, string reason)
    {
        if (State != MessageStates.Queued) return false;
        State = MessageStates.Failed;
        FailureCode = code;
        FailureReason = reason;
        return true;
    }
}
