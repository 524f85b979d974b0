using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>Lifetime figures of a post: they start small, grow for two days and follow from its id, its age and the account's size.</summary>
internal static class MediaNumbers
{
    private static readonly Dictionary<string, double> ShareOfReach = new(StringComparer.Ordinal)
    {
        ["reach"] = 1,
        ["views"] = 1.6,
        ["likes"] = 0.09,
        ["comments"] = 0,
        ["shares"] = 0.012,
        ["saved"] = 0.018,
        ["reposts"] = 0.003,
        ["follows"] = 0.004,
        ["profile_visits"] = 0.03,
        ["profile_activity"] = 0.006,
    };

    public static bool Knows(string metric) => metric == "total_interactions" || ShareOfReach.ContainsKey(metric);

    public static IEnumerable<string> Metrics => ShareOfReach.Keys.Append("total_interactions");

    public static long Of(PublishedMedia media, string metric, DateTimeOffset now)
    {
        if (metric == "total_interactions")
        {
            return Of(media, "likes", now) + Of(media, "comments", now) + Of(media, "shares", now) + Of(media, "saved", now);
        }

        const double FirstViewers = 6;
        var hours = Math.Max(0, (now - media.PublishedAt).TotalHours);
        var grown = 1 - Math.Exp(-hours / 16);
        var final = media.Account.Followers * (0.15 + (0.45 * Noise.Of(media.Id, "reach")));
        var reach = FirstViewers + (grown * final);
        var taste = metric is "reach" ? 1 : 0.8 + (0.4 * Noise.Of(media.Id, metric));
        return (long)(reach * ShareOfReach[metric] * taste);
    }
}
