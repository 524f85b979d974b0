namespace SocialSelling.Instagram.Domain.Sending;

/// <summary>A message to a customer on its way to Meta.</summary>
internal sealed class OutboundMessage
{
    private OutboundMessage()
    {
    }

    public Guid MessageId { get; private set; }

    /// <summary>Order within a conversation.</summary>
    public long Sequence { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid AccountId { get; private set; }

    public Guid ConversationId { get; private set; }

    public string ContactPlatformId { get; private set; } = "";

    public string Text { get; private set; } = "";

    public OutboundState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How often the conversation was read in vain since the last attempt.</summary>
    public int Lookups { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last time it was handed to Meta.</summary>
    public DateTimeOffset? SendingAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string? PlatformMessageId { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureReason { get; private set; }

    public static OutboundMessage Create(
        Guid messageId, Guid workspaceId, Guid accountId, Guid conversationId, string contactPlatformId, string text, DateTimeOffset now) => new()
    {
        MessageId = messageId,
        WorkspaceId = workspaceId,
        AccountId = accountId,
        ConversationId = conversationId,
        ContactPlatformId = contactPlatformId,
        Text = text,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public void BeginSending(DateTimeOffset now)
    {
        State = OutboundState.Sending;
        SendingAt = now;
        Attempts++;
        Lookups = 0;
    }

    public void MarkSent(string platformMessageId, DateTimeOffset now)
    {
        State = OutboundState.Sent;
        PlatformMessageId = platformMessageId;
        FinishedAt = now;
    }

    public void MarkUnknown(DateTimeOffset lookAt)
    {
        State = OutboundState.Unknown;
        NextAttemptAt = lookAt;
    }

    /// <summary>The conversation was read and the message was not in it.</summary>
    public void MarkNotFound(DateTimeOffset lookAt)
    {
        Lookups++;
        NextAttemptAt = lookAt;
    }

    /// <summary>Nothing was learnt; ask again then.</summary>
    public void Postpone(DateTimeOffset until) => NextAttemptAt = until;

    public void Requeue(DateTimeOffset at)
    {
        State = OutboundState.Queued;
        NextAttemptAt = at;
    }

    public void Fail(string code, string reason, DateTimeOffset now)
    {
        State = OutboundState.Failed;
        FailureCode = code;
        FailureReason = reason;
        FinishedAt = now;
    }
}
