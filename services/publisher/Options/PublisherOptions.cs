using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Publisher.Options;

/// <summary>Limits of uploads and posts, and the pace of the due-post worker.</summary>
internal sealed class PublisherOptions
{
    public const string Section = "Publisher";

    /// <summary>The most bytes of one image; Meta refuses a JPEG above 8 MiB.</summary>
    [Range(1024, 8 * 1024 * 1024)]
    public long MaxImageBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Meta documents 30; partners report a lower limit for some accounts, hence a setting.</summary>
    [Range(0, 30)]
    public int MaxHashtags { get; set; } = 30;

    /// <summary>Meta documents 20.</summary>
    [Range(0, 20)]
    public int MaxMentions { get; set; } = 20;

    /// <summary>How far in the past a wished time may lie before it is taken for a mistake.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan PastTolerance { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a signed URL shown to a user works.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan ViewUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long Meta can fetch the picture of a post; publishing may be retried for a day.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "7.00:00:00")]
    public TimeSpan DeliveryUrlLifetime { get; set; } = TimeSpan.FromHours(48);

    /// <summary>The most posts claimed in one transaction.</summary>
    [Range(1, 1000)]
    public int ClaimBatch { get; set; } = 100;

    /// <summary>The longest sleep of the due-post worker; it covers a lost notification and a stopped instance.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan MaxSleep { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the due-post worker rests after a failure such as an unreachable database.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
