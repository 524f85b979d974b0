namespace SocialSelling.Contracts.Identity;

/// <summary>A person has registered. Source: identity.</summary>
public sealed record UserRegistered
{
    /// <summary>The new user.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The default workspace made for the user.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>ISO 639-1 code chosen at registration.</summary>
    public required string Language { get; init; }

    /// <summary>IANA time zone chosen at registration.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
