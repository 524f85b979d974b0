namespace SocialSelling.Contracts.Instagram;

/// <summary>Command to instagram: send this text. Sent by messaging; a repeat with the same <see cref="MessageId"/> sends nothing.</summary>
public sealed record SendInstagramMessageRequested
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The conversation, whose order of messages is kept.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Messaging's id of the message; the key by which a repeat is recognised.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The recipient's IGSID.</summary>
    public required string ContactPlatformId { get; init; }

    /// <summary>UTF-8 text, at most 1,000 bytes.</summary>
    public required string Text { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
