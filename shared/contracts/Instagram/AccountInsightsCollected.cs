namespace SocialSelling.Contracts.Instagram;

/// <summary>The figures of an account for a day. Source: instagram, from Meta's insights; a metric that Meta left out is absent, never 0.</summary>
public sealed record AccountInsightsCollected
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The UTC day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Meta's metric names with their values (<c>reach</c>, <c>views</c>, <c>total_interactions</c>, <c>followers_count</c>, …).</summary>
    public required IReadOnlyDictionary<string, long> Metrics { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
