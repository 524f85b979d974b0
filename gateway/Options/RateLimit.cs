using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Gateway.Options;

/// <summary>One bucket.</summary>
internal sealed class RateLimit
{
    /// <summary>Requests a window, all of which may come at once.</summary>
    [Range(1, int.MaxValue)]
    public int Limit { get; set; } = 1000;

    /// <summary>How long an empty bucket takes to fill.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
