namespace SocialSelling.Analytics.Domain;

/// <summary>The lifetime figures of a media as they stood at the end of a UTC day, or at its last collection.</summary>
internal sealed class PostMetricsDay
{
    private PostMetricsDay() { }

    public Guid AccountId { get; private set; }
    public string PlatformMediaId { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public IReadOnlyDictionary<string, long> Metrics { get; private set; } = new Dictionary<string, long>();
    public DateTimeOffset CollectedAt { get; private set; }

    public static PostMetricsDay Create(Guid workspaceId, Guid accountId, string platformMediaId, DateOnly day) => new()
    {
        WorkspaceId = workspaceId,
        AccountId = accountId,
        PlatformMediaId = platformMediaId,
        Day = day,
        CollectedAt = DateTimeOffset.MinValue,
    };

    /// <summary>A collection older than the one known changes nothing.</summary>
    public void Apply(IReadOnlyDictionary<string, long> metrics, DateTimeOffset collectedAt)
    {
        if (collectedAt < CollectedAt) return;
        Metrics = Metrics.With(metrics);
        CollectedAt = collectedAt;
    }
}
