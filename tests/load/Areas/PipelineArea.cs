using System.Diagnostics;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>From the webhook to the row in the inbox: 20,000 messages of 10,000 customers, acknowledged and stored.</summary>
internal static class PipelineArea
{
    public const string Name = "pipeline";
    private const int Customers = 10_000;
    private const long FirstCustomer = 880_000_000_000;
    private const int Seconds = 5;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        await FillAsync(shop, report, ct);
        var before = await shop.StoredAsync(ct);
        var (watch, processor) = (Stopwatch.StartNew(), new Processor());
        const int most = 100_000;
        var sent = await SendAsync(shop, "pipe", most, Customers, Seconds, ct);
        var expected = Math.Min(sent.Good, most);
        await shop.WaitUntilStoredAsync(before + expected, TimeSpan.FromMinutes(3), ct);
        report.Add(new Figure(
            "webhook → stored in the inbox", expected / watch.Elapsed.TotalSeconds, "msg/s", 2_000,
            Beside: $"{expected:N0} messages, acknowledged meanwhile at {sent.PerSecond:N0}/s{sent.Failures}", IdlePercent: processor.IdlePercent()));
    }

    /// <summary>Ten thousand conversations, unless they are there already; it also warms the services up.</summary>
    public static async Task FillAsync(Shop shop, Report report, CancellationToken ct)
    {
        while (await shop.StoredAsync(ct) is var stored and < Customers)
        {
            // Those that come next: the generator ends by the clock, with whatever it has sent.
            var missing = Customers - (int)stored;
            var sent = await SendAsync(shop, $"fill{stored}-", missing, missing, 4, ct, FirstCustomer + stored);
            await shop.WaitUntilStoredAsync(Math.Min(stored + sent.Good, Customers), TimeSpan.FromMinutes(1), ct);
            report.Say($"{await shop.StoredAsync(ct):N0} messages to begin with");
        }
    }

    private static Task<WrkResult> SendAsync(
        Shop shop, string kind, int count, int people, int seconds, CancellationToken ct, long firstPerson = FirstCustomer) =>
        Wrk.RunAsync(
            shop.Options.Gateway, shop.Webhooks.Lines($"{kind}{shop.Run}-", count, people, firstPerson), token: null, connections: 64, seconds, ct);
}
