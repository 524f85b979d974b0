using SocialSelling.Load.Peers;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>How fast a webhook is durably stored and acknowledged through the gateway, while the workers process what came.</summary>
internal static class WebhooksArea
{
    public const string Name = "webhooks";
    private const int Most = 150_000;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        var inserts = await SingleRowInserts.PerSecondAsync(shop.Options.Postgres, ct);
        var before = await shop.StoredAsync(ct);
        var lines = shop.Webhooks.Lines($"ack{shop.Run}-", Most, 10_000, 880_000_000_000);
        var result = await Wrk.RunAsync(shop.Options.Gateway, lines, token: null, connections: 64, seconds: 10, ct);
        report.Add(new Figure(
            "webhook durable ack, 64 connections", result.PerSecond, "req/s", 5_000,
            Beside: $"single-row INSERT {inserts:N0}/s{result.Failures}", IdlePercent: result.IdlePercent));
        report.Add(new Figure("webhook durable ack p99", result.P99, "ms", 60, Below: true, Beside: $"p50 {result.P50:0.0} ms"));
        await shop.WaitUntilStoredAsync(before + Math.Min(result.Good, Most), TimeSpan.FromMinutes(3), ct);
        report.Say("every acknowledged message is in the inbox");
    }
}
