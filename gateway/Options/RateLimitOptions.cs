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

[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
