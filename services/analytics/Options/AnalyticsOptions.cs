using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Analytics.Options;

/// <summary>How often insights are collected.</summary>
internal sealed class AnalyticsOptions
{
    public const string Section = "Analytics";

    /// <summary>How many of an account's newest posts are read in one collection; the command takes 50.</summary>
    [Range(1, 50)]
    public int RecentPosts { get; set; } = 50;

    /// <summary>How often the daily worker looks for accounts whose day has not been collected.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan CollectionCheck { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The most accounts claimed in one transaction.</summary>
    [Range(1, 1000)]
    public int ClaimBatch { get; set; } = 100;

    /// <summary>How long a user waits between two collections of an account asked for by hand.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest range of a summary, in days.</summary>
    [Range(1, 366)]
    public int MaxRangeDays { get; set; } = 366;
}
