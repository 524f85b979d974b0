using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using SocialSelling.Demo;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>From the webhook to the push over SignalR at 50 messages a second.</summary>
internal static class PushArea
{
    public const string Name = "push";
    private const int PerSecond = 50;
    private const int Messages = 500;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        await using var inbox = new InboxSocket();
        await inbox.ConnectAsync(shop.Options.Gateway, shop.Suite.AccessToken!, ct);
        using var http = new HttpClient { BaseAddress = shop.Options.Gateway };
        var started = new ConcurrentDictionary<string, long>();
        var listening = ListenAsync(inbox, started, ct);
        var processor = new Processor();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var sends = new List<Task>();
        for (var n = 0; n < Messages; n++)
        {
            await pace.WaitForNextTickAsync(ct);
            sends.Add(SendAsync(shop, http, n, started, ct));
        }

        await Task.WhenAll(sends);
        var idle = processor.IdlePercent();
        var latencies = await listening;
        latencies.Sort();
        report.Add(new Figure(
            $"webhook → SignalR push p95, {PerSecond}/s", latencies[(int)(latencies.Count * 0.95)], "ms", 200, Below: true,
            Beside: $"{latencies.Count} of {Messages} pushed; p50 {latencies[latencies.Count / 2]:0.0} ms, worst {latencies[^1]:0.0} ms", IdlePercent: idle));
    }

    private static async Task SendAsync(Shop shop, HttpClient http, int n, ConcurrentDictionary<string, long> started, CancellationToken ct)
    {
        var text = $"push {shop.Run} {n}";
        var (body, signature) = shop.Webhooks.Message($"push{shop.Run}-{n}", 880_000_000_000 + (n % 50), text, DateTimeOffset.UtcNow);
        using var request = new HttpRequestMessage(HttpMethod.Post, SignedWebhooks.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", signature);
        started[text] = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<List<double>> ListenAsync(InboxSocket inbox, ConcurrentDictionary<string, long> started, CancellationToken ct)
    {
        var latencies = new List<double>(Messages);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(TimeSpan.FromSeconds((Messages / PerSecond) + 10));
        try
        {
            await foreach (var update in inbox.UpdatesAsync(bounded.Token))
            {
                foreach (var message in update.GetProperty("messages").EnumerateArray())
                {
                    if (started.TryRemove(message.GetProperty("text").GetString() ?? "", out var at))
                    {
                        latencies.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                    }
                }

                if (latencies.Count == Messages)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // What did not come in time is missing from the count that is printed.
        }

        return latencies.Count > 0 ? latencies : throw new InvalidOperationException("Nothing was pushed over SignalR.");
    }
}
