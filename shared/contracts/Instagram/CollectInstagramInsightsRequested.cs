namespace SocialSelling.Contracts.Instagram;

/// <summary>Command to instagram: read the insights of an account and of some of its media. Sent by analytics.</summary>
public sealed record CollectInstagramInsightsRequested
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The UTC day the snapshot is for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The media to read, at most 50 a command; may be empty.</summary>
    public required IReadOnlyList<string> PlatformMediaIds { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
