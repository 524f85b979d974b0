using System.Globalization;
using System.Text.Json;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Clients;

/// <summary>Reads figures of accounts and media. A metric that Meta leaves out stays out: absent is not 0.</summary>
internal sealed class InsightsReader(GraphClient graph)
{
    private static readonly string[] AccountMetrics =
    [
        "reach", "views", "accounts_engaged", "total_interactions", "likes", "comments", "saves", "shares", "replies", "reposts", "profile_links_taps",
    ];

    private static readonly string[] ProfileMetrics = ["followers_count", "follows_count", "media_count"];

    private static readonly string[] MediaMetrics = ["reach", "views", "likes", "comments", "shares", "saved", "total_interactions", "reposts"];

    /// <summary>Null when Meta refuses this account's figures for good.</summary>
    public async Task<Dictionary<string, long>?> ReadAccountAsync(AccountToken token, DateOnly day, CancellationToken ct)
    {
        var since = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
        var range = string.Create(CultureInfo.InvariantCulture, $"&period=day&metric_type=total_value&since={since}&until={since + 86400}");
        var metrics = await ReadAsync($"{token.PlatformAccountId}/insights", AccountMetrics, range, token, ct);
        var profile = await graph.GetAsync($"me?fields={string.Join(',', ProfileMetrics)}", token.AccessToken, ct);
        ThrowIfTemporary(profile);
        if (!profile.IsOk)
        {
            return metrics;
        }

        metrics ??= [];
        foreach (var name in ProfileMetrics)
        {
            if (long.TryParse(profile.Body.Text(name), out var value))
            {
                metrics[name] = value;
            }
        }

        return metrics;
    }

    /// <summary>Null when Meta refuses this media's figures for good, for instance because it was deleted.</summary>
    public Task<Dictionary<string, long>?> ReadMediaAsync(AccountToken token, string mediaId, CancellationToken ct) =>
        ReadAsync($"{Uri.EscapeDataString(mediaId)}/insights", MediaMetrics, "", token, ct);

    /// <summary>One metric that does not suit fails the whole call: then each is asked for by itself.</summary>
    private async Task<Dictionary<string, long>?> ReadAsync(string path, string[] names, string query, AccountToken token, CancellationToken ct)
    {
        var reply = await graph.GetAsync($"{path}?metric={string.Join(',', names)}{query}", token.AccessToken, ct);
        ThrowIfTemporary(reply);
        if (reply.IsOk)
        {
            var metrics = new Dictionary<string, long>();
            Collect(reply.Body, metrics);
            return metrics;
        }

        return names.Length > 1 && reply.Refusal is { Code: 100, Subcode: not 33 } ? await ReadSinglyAsync(path, names, query, token, ct) : null;
    }

    private async Task<Dictionary<string, long>?> ReadSinglyAsync(string path, string[] names, string query, AccountToken token, CancellationToken ct)
    {
        Dictionary<string, long>? all = null;
        foreach (var name in names)
        {
            foreach (var (key, value) in await ReadAsync(path, [name], query, token, ct) ?? [])
            {
                (all ??= [])[key] = value;
            }
        }

        return all;
    }

    private static void Collect(JsonElement body, Dictionary<string, long> metrics)
    {
        foreach (var metric in body.Array("data")?.EnumerateArray() ?? [])
        {
            if (metric.Text("name") is { } name && Value(metric) is { } value)
            {
                metrics[name] = value;
            }
        }
    }

    /// <summary>A total, or the newest point of a series.</summary>
    private static long? Value(JsonElement metric)
    {
        var holder = metric.Object("total_value") ?? (metric.Array("values") is { } values && values.GetArrayLength() > 0 ? values[values.GetArrayLength() - 1] : null);
        return holder is { } element && long.TryParse(element.Text("value"), out var value) ? value : null;
    }

    private static void ThrowIfTemporary(GraphReply reply)
    {
        var temporary = reply.Outcome is GraphOutcome.NotSent or GraphOutcome.Unclear
            || (reply.Outcome == GraphOutcome.Refused && (reply.Refusal.Status >= 500 || reply.Refusal.IsTransient || Verdicts.Common(reply.Refusal) == Verdicts.RateLimited));
        if (temporary)
        {
            throw new InsightsUnavailableException();
        }
    }
}
