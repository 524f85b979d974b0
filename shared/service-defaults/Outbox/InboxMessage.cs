namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Says that a consumer has done its work for a message; written in the same transaction as that work.</summary>
public sealed class InboxMessage
{
    private InboxMessage()
    {
    }

    /// <summary>The MessageId the sender gave.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>The queue, which belongs to one consumer.</summary>
    public string Consumer { get; private set; } = "";

    /// <summary>When it was consumed, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }
}
