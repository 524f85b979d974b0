namespace SocialSelling.Contracts.Accounts;

/// <summary>A client account was connected, or connected again. Source: accounts.</summary>
public sealed record AccountConnected
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary><c>instagram</c> or <c>whatsapp</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Meta's id of the professional account (Instagram: <c>user_id</c>, equal to a webhook's <c>entry.id</c>).</summary>
    public required string PlatformAccountId { get; init; }

    /// <summary>The account's handle.</summary>
    public required string Username { get; init; }

    /// <summary>The account's display name.</summary>
    public string? Name { get; init; }

    /// <summary>Meta's URL of the picture; it expires.</summary>
    public string? ProfilePictureUrl { get; init; }

    /// <summary>The scopes that the owner really granted.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
