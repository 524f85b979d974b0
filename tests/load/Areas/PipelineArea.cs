using System.Diagnostics;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>From the webhook to the row in the inbox: 20,000 messages of 10,000 customers, acknowledged and stored.</summary>
internal static class PipelineArea
{
    public const string Name = "pipeline";
    private const int Customers = 10_000;
    private const int Warm = 2_000;
    private const int Seconds = 5;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        var before = await shop.StoredAsync(ct);
        var warm = await SendAsync(shop, "warm", Warm, Customers, 1, ct);
        await shop.WaitUntilStoredAsync(before + Math.Min(warm.Good, Warm), TimeSpan.FromMinutes(1), ct);
        report.Say("warm");

        before = await shop.StoredAsync(ct);
        var (watch, processor) = (Stopwatch.StartNew(), new Processor());
        const int most = 100_000;
        var sent = await SendAsync(shop, "pipe", most, Customers, Seconds, ct);
        var expected = Math.Min(sent.Good, most);
        await shop.WaitUntilStoredAsync(before + expected, TimeSpan.FromMinutes(3), ct);
        report.Add(new Figure(
            "webhook → stored in the inbox", expected / watch.Elapsed.TotalSeconds, "msg/s", 2_000,
            Beside: $"{expected:N0} messages, acknowledged meanwhile at {sent.PerSecond:N0}/s{sent.Failures}", IdlePercent: processor.IdlePercent()));
    }

    private static Task<WrkResult> SendAsync(Shop shop, string kind, int count, int people, int seconds, CancellationToken ct) =>
        Wrk.RunAsync(
            shop.Options.Gateway, shop.Webhooks.Lines($"{kind}{shop.Run}-", count, people, 880_000_000_000), token: null, connections: 64, seconds, ct);
}
