namespace SocialSelling.Contracts.Instagram;

/// <summary>One message within <see cref="MessagesReceived"/>: a customer wrote to a client account.</summary>
public sealed record MessageReceived
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary><c>instagram</c> or <c>whatsapp</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Meta's id of the message (<c>mid</c>); unique a channel.</summary>
    public required string PlatformMessageId { get; init; }

    /// <summary>The customer, scoped to this account (Instagram: IGSID).</summary>
    public required string ContactPlatformId { get; init; }

    /// <summary>The text, absent when the message has none.</summary>
    public string? Text { get; init; }

    /// <summary>Meta's timestamp of the message, UTC, millisecond resolution.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
