using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Gateway.Options;

/// <summary>Section <c>RateLimits</c>: token buckets a gateway instance, refilled evenly over their window.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>A signed-in user.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit User { get; set; } = new() { Limit = 1200 };

    /// <summary>An address without a valid token.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Anonymous { get; set; } = new() { Limit = 300 };

    /// <summary>An address that registers, logs in or refreshes: guessing passwords must be slow.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Credentials { get; set; } = new() { Limit = 60 };

    /// <summary>All webhooks together: they are signed, and refusing them only brings them back later.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Webhooks { get; set; } = new() { Limit = 3_000_000 };
}

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

[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
