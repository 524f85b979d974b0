namespace SocialSelling.Contracts.Accounts;

/// <summary>A client account was disconnected and its token destroyed. Source: accounts.</summary>
public sealed record AccountDisconnected
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary><c>instagram</c> or <c>whatsapp</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Meta's id of the professional account.</summary>
    public required string PlatformAccountId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
