namespace SocialSelling.Analytics.Domain;

/// <summary>The newest lifetime figures of one published media.</summary>
internal sealed class PostMetrics
{
    private PostMetrics() { }

    public Guid AccountId { get; private set; }
    public string PlatformMediaId { get; private set; } = "";
    public Guid WorkspaceId { get; private set; }
    public long? Reach { get; private set; }
    public long? Views { get; private set; }
    public long? Interactions { get; private set; }
    public long? Likes { get; private set; }
    public long? Comments { get; private set; }
    public long? Shares { get; private set; }
    public long? Saved { get; private set; }
    public IReadOnlyDictionary<string, long> Metrics { get; private set; } = new Dictionary<string, long>();
    public DateTimeOffset CollectedAt { get; private set; }

    public static PostMetrics Create(Guid workspaceId, Guid accountId, string platformMediaId) =>
        new() { WorkspaceId = workspaceId, AccountId = accountId, PlatformMediaId = platformMediaId, CollectedAt = DateTimeOffset.MinValue };

    /// <summary>A collection older than the one known changes nothing.</summary>
    public void Apply(IReadOnlyDictionary<string, long> metrics, DateTimeOffset collectedAt)
    {
        if (collectedAt < CollectedAt) return;
        Metrics = Metrics.With(metrics);
        CollectedAt = collectedAt;
        Reach = Metrics.Of(MetricNames.Reach);
        Views = Metrics.Of(MetricNames.Views);
        Interactions = Metrics.Of(MetricNames.Interactions);
        Likes = Metrics.Of(MetricNames.Likes);
        Comments = Metrics.Of(MetricNames.Comments);
        Shares = Metrics.Of(MetricNames.Shares);
        Saved = Metrics.Of(MetricNames.Saved);
    }
}
