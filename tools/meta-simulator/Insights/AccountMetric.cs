namespace SocialSelling.MetaSimulator.Insights;

/// <summary>What may be asked of one account metric, and how large its figures are beside the reach.</summary>
internal sealed record AccountMetric(string Name, string Title, double ShareOfReach)
{
    private static readonly string[] ByMedia = ["media_product_type"];

    public string Period { get; init; } = "day";

    public bool Series { get; init; }

    public bool Total { get; init; } = true;

    public bool NeedsHundredFollowers { get; init; }

    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    public static readonly IReadOnlyDictionary<string, AccountMetric> All = new AccountMetric[]
    {
        new("reach", "Accounts reached", 1) { Series = true, Breakdowns = ["media_product_type", "follow_type"] },
        new("views", "Views", 1.7) { Breakdowns = ["media_product_type", "follow_type"] },
        new("accounts_engaged", "Accounts engaged", 0.08),
        new("replies", "Replies", 0.004),
        new("reposts", "Reposts", 0.003),
        new("total_interactions", "Content interactions", 0.13) { Breakdowns = ByMedia },
        new("likes", "Likes", 0.09) { Breakdowns = ByMedia },
        new("comments", "Comments", 0.011) { Breakdowns = ByMedia },
        new("saves", "Saves", 0.016) { Breakdowns = ByMedia },
        new("shares", "Shares", 0.013) { Breakdowns = ByMedia },
        new("follows_and_unfollows", "Follows and unfollows", 0.012) { NeedsHundredFollowers = true, Breakdowns = ["follow_type"] },
        new("profile_links_taps", "Profile link taps", 0.009) { Breakdowns = ["contact_button_type"] },
        new("follower_count", "Follower count", 0.01) { Series = true, Total = false, NeedsHundredFollowers = true },
        new("online_followers", "Online followers", 0) { Period = "lifetime", Series = true, Total = false, NeedsHundredFollowers = true },
        new("follower_demographics", "Follower demographics", 0) { Period = "lifetime", NeedsHundredFollowers = true, Breakdowns = Demographics.Dimensions },
        new("engaged_audience_demographics", "Engaged audience demographics", 0)
        {
            Period = "lifetime", NeedsHundredFollowers = true, Breakdowns = Demographics.Dimensions,
        },
    }.ToDictionary(metric => metric.Name, StringComparer.Ordinal);
}
