using System.Text.Json;
using SocialSelling.Load.Peers;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>Reads: the inbox's first page of 50 out of 10,000 conversations, and single messages.</summary>
internal static class InboxArea
{
    public const string Name = "inbox";
    private const int Seconds = 6;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        await PipelineArea.FillAsync(shop, report, ct);
        var token = shop.Suite.AccessToken!;
        var total = (await shop.Suite.GetAsync("conversations?perPage=50", ct)).GetProperty("meta").GetProperty("total").GetInt64();
        var messages = await MessageIdsAsync(shop, ct);
        await using var nginx = await NginxProxy.StartAsync(shop.Options.Messaging, ct);

        string[] list = ["GET /api/v1/conversations?perPage=50"];
        await Wrk.RunAsync(shop.Options.Gateway, list, token, 64, 2, ct);
        var listed = await Wrk.RunAsync(shop.Options.Gateway, list, token, 64, Seconds, ct);
        var peer = await Wrk.RunAsync(nginx.Address, list, token, 64, Seconds, ct);
        report.Add(new Figure(
            $"inbox list, 50 of {total:N0}", listed.PerSecond, "req/s", 1_800,
            Beside: $"nginx as bare proxy {peer.PerSecond:N0}/s p95 {peer.P95:0} ms; Node peer 901/s{listed.Failures}", IdlePercent: listed.IdlePercent));
        report.Add(new Figure("inbox list p95", listed.P95, "ms", 80, Below: true, Beside: $"p99 {listed.P99:0.0} ms; Node peer 127 ms"));

        var single = messages.Select(id => $"GET /api/v1/messages/{id}").ToList();
        await Wrk.RunAsync(shop.Options.Gateway, single, token, 64, 2, ct);
        var one = await Wrk.RunAsync(shop.Options.Gateway, single, token, 64, Seconds, ct);
        peer = await Wrk.RunAsync(nginx.Address, single, token, 64, Seconds, ct);
        report.Add(new Figure(
            "one message", one.PerSecond, "req/s", 5_200,
            Beside: $"nginx as bare proxy {peer.PerSecond:N0}/s; p95 {one.P95:0.0} ms; Node peer 5,150/s p95 22 ms{one.Failures}", IdlePercent: one.IdlePercent));
    }

    private static async Task<List<string>> MessageIdsAsync(Shop shop, CancellationToken ct)
    {
        var inbox = await shop.Suite.GetAsync("conversations?perPage=100", ct);
        var ids = new List<string>();
        foreach (var conversation in inbox.GetProperty("data").EnumerateArray())
        {
            var messages = await shop.Suite.GetAsync($"conversations/{conversation.GetProperty("id").GetString()}/messages", ct);
            ids.AddRange(messages.GetProperty("data").EnumerateArray().Select((JsonElement message) => message.GetProperty("id").GetString()!));
        }

        return ids;
    }
}
