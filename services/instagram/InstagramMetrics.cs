using System.Diagnostics.Metrics;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Workers;

namespace SocialSelling.Instagram;

/// <summary>What an operator watches: the ledger's depth and age above all.</summary>
internal sealed class InstagramMetrics
{
    private readonly Counter<long> _webhooks;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _events;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _publications;

    private LedgerState _ledger = new(0, 0, 0, 0);

    public InstagramMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("SocialSelling.Instagram");
        _webhooks = meter.CreateCounter<long>("instagram.webhooks", description: "Webhooks by their answer: stored, unsigned, too_large, not_stored");
        _deliveries = meter.CreateCounter<long>("instagram.webhooks.processed", description: "Deliveries of the ledger by what became of them");
        _events = meter.CreateCounter<long>("instagram.webhooks.events", description: "Events published, and events left aside");
        _messages = meter.CreateCounter<long>("instagram.messages.out", description: "Messages to customers by outcome");
        _publications = meter.CreateCounter<long>("instagram.publications", description: "Posts by outcome");
        meter.CreateObservableGauge("instagram.ledger.depth", () => _ledger.Pending, description: "Deliveries that wait to be processed");
        meter.CreateObservableGauge("instagram.ledger.age", () => _ledger.OldestSeconds, "s", "Age of the oldest of them");
        meter.CreateObservableGauge("instagram.ledger.waiting", () => _ledger.Waiting, description: "Deliveries that wait for an unknown account");
        meter.CreateObservableGauge("instagram.messages.unknown", () => _ledger.UnknownSends, description: "Messages whose outcome is being found out");
    }

    public void Webhook(string result) => _webhooks.Add(1, Tag("result", result));

    public void Sent(string result, string? code = null) => _messages.Add(1, Tag("result", result), Tag("code", code));

    public void Published(string result, string? code = null) => _publications.Add(1, Tag("result", result), Tag("code", code));

    public void Ledger(LedgerState state) => _ledger = state;

    public void Processed(BatchOutcome outcome)
    {
        foreach (var (state, count) in outcome.Marks.CountBy(m => m.State))
        {
            _deliveries.Add(count, Tag("result", Name(state)));
        }

        _events.Add(outcome.Events.Count, Tag("result", "published"));
        _events.Add(outcome.Marks.Sum(m => (long)m.Ignored), Tag("result", "ignored"));
    }

    private static KeyValuePair<string, object?> Tag(string name, string? value) => new(name, value);

    private static string Name(DeliveryState state) => state switch
    {
        DeliveryState.Processed => "processed",
        DeliveryState.Waiting => "waiting",
        DeliveryState.Unparsable => "unparsable",
        _ => "failed",
    };
}
