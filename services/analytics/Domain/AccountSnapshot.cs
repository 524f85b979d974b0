namespace SocialSelling.Analytics.Domain;

/// <summary>The figures of an account for one UTC day.</summary>
internal sealed class AccountSnapshot
{
    private AccountSnapshot() { }

    public Guid AccountId { get; private set; }
    public DateOnly Day { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public long? Followers { get; private set; }
    public long? Reach { get; private set; }
    public long? Views { get; private set; }
    public long? Interactions { get; private set; }
    public IReadOnlyDictionary<string, long> Metrics { get; private set; } = new Dictionary<string, long>();
    public DateTimeOffset CollectedAt { get; private set; }

    public static AccountSnapshot Create(Guid workspaceId, Guid accountId, DateOnly day) =>
        new() { WorkspaceId = workspaceId, AccountId = accountId, Day = day, CollectedAt = DateTimeOffset.MinValue };

    /// <summary>A collection older than the one known changes nothing; today's followers are not yesterday's.</summary>
    public void Apply(IReadOnlyDictionary<string, long> metrics, DateTimeOffset collectedAt)
    {
        if (collectedAt < CollectedAt) return;
        Metrics = Metrics.With(UtcDays.Of(collectedAt) == Day ? metrics : metrics.Without(MetricNames.OfTheMoment));
        CollectedAt = collectedAt;
        Followers = Metrics.Of(MetricNames.Followers);
        Reach = Metrics.Of(MetricNames.Reach);
        Views = Metrics.Of(MetricNames.Views);
        Interactions = Metrics.Of(MetricNames.Interactions);
    }
}
