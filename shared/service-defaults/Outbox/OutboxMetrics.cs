using System.Diagnostics.Metrics;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Meter <c>SocialSelling.Outbox</c>: what was published, what failed, how much waits and for how long.</summary>
internal sealed class OutboxMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "SocialSelling.Outbox";

    private readonly Counter<long> _published;
    private readonly Counter<long> _failed;

    public OutboxMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _published = meter.CreateCounter<long>("outbox.published", "{message}", "Messages confirmed by the broker.");
        _failed = meter.CreateCounter<long>("outbox.failed", "{message}", "Failed attempts to publish.");
        meter.CreateObservableGauge("outbox.depth", () => Depth, "{message}", "Messages that wait.");
        meter.CreateObservableGauge("outbox.age", () => AgeSeconds, "s", "Age of the oldest message that waits.");
    }

    public long Depth { get; private set; }

    public double AgeSeconds { get; private set; }

    /// <summary>Whether the relay waits after a failure.</summary>
    public bool IsPaused { get; set; }

    public void Counted(int published, int failed)
    {
        _published.Add(published);
        _failed.Add(failed);
    }

    public void Measured(long depth, double ageSeconds) => (Depth, AgeSeconds) = (depth, ageSeconds);
}
