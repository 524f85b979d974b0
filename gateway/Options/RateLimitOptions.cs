using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Gateway.Options;

/// <summary>
/// Section <c>RateLimits</c>: token buckets, refilled evenly over their window. Those of credentials are shared by all gateways through Redis
/// and count by address and by account; the others are each gateway's own.
/// </summary>
internal sealed class RateLimitOptions
{
    /// <summary>A signed-in user.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit User { get; set; } = new() { Limit = 1200 };

    /// <summary>An address without a valid token.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Anonymous { get; set; } = new() { Limit = 300 };

    /// <summary>An address that refreshes sessions or asks for clients' tokens.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Credentials { get; set; } = new() { Limit = 60 };

    /// <summary>Logins.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Login { get; set; } = new() { Limit = 5 };

    /// <summary>Registrations.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Register { get; set; } = new() { Limit = 3 };

    /// <summary>Mails for a forgotten password.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit PasswordReset { get; set; } = new() { Limit = 3, Window = TimeSpan.FromHours(1) };

    /// <summary>Further mails to verify an address.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Verification { get; set; } = new() { Limit = 3, Window = TimeSpan.FromHours(1) };

    /// <summary>Second factors, passkeys, and the tokens of mails and invitations.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Secret { get; set; } = new() { Limit = 20 };

    /// <summary>All webhooks together: they are signed, and refusing them only brings them back later.</summary>
    [Required, ValidateObjectMembers]
    public RateLimit Webhooks { get; set; } = new() { Limit = 3_000_000 };
}

[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
