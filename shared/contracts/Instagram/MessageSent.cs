namespace SocialSelling.Contracts.Instagram;

/// <summary>Meta has taken a message. Source: instagram.</summary>
public sealed record MessageSent
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Messaging's id of the message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Meta's id of the message.</summary>
    public required string PlatformMessageId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
