using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>`metric_type=total_value`, with or without a breakdown.</summary>
internal static class AccountTotals
{
    private static readonly Dictionary<string, (string Value, double Share)[]> Shares = new(StringComparer.Ordinal)
    {
        ["media_product_type"] = [("FEED", .52), ("REELS", .33), ("STORY", .15)],
        ["follow_type"] = [("FOLLOWER", .68), ("NON_FOLLOWER", .32)],
        ["contact_button_type"] = [("DIRECTION", .45), ("CALL", .3), ("EMAIL", .25)],
    };

    public static JsonObject? Of(GraphCall call, AccountMetric metric, InsightRange range, DateTimeOffset now)
    {
        var breakdown = call.Parameters["breakdown"];
        var total = new JsonObject();
        if (metric.Period == "lifetime")
        {
            total["breakdowns"] = Breakdown(breakdown ?? "country", Demographics.Results(call.Account, metric.Name, breakdown ?? "country"));
        }
        else if (AccountNumbers.Sum(call.Account, metric, range.Days(), now) is { } sum)
        {
            total["value"] = sum;
            if (breakdown is not null)
            {
                total["breakdowns"] = Breakdown(breakdown, Split(sum, Shares[breakdown]));
            }
        }
        else
        {
            return null;
        }

        var insight = AccountInsights.Head(call.Account, metric);
        insight["total_value"] = total;
        return insight;
    }

    private static JsonArray Breakdown(string dimension, JsonArray results) =>
        new(new JsonObject { ["dimension_keys"] = new JsonArray(dimension), ["results"] = results });

    /// <summary>Shares of the sum that add up to it.</summary>
    private static JsonArray Split(long sum, (string Value, double Share)[] shares)
    {
        var results = new JsonArray();
        var left = sum;
        foreach (var (index, (value, share)) in shares.Index())
        {
            var part = index == shares.Length - 1 ? left : Math.Min(left, (long)(sum * share));
            left -= part;
            results.Add(new JsonObject { ["dimension_values"] = new JsonArray(value), ["value"] = part });
        }

        return results;
    }
}
