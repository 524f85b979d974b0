namespace SocialSelling.Contracts.Instagram;

/// <summary>The lifetime figures of one published media. Source: instagram, from Meta's insights; a metric that Meta left out is absent, never 0.</summary>
public sealed record MediaInsightsCollected
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Meta's id of the media.</summary>
    public required string PlatformMediaId { get; init; }

    /// <summary>Meta's metric names with their values (<c>reach</c>, <c>views</c>, <c>likes</c>, …).</summary>
    public required IReadOnlyDictionary<string, long> Metrics { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
