using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity:Lockout</c>: how often a password may be guessed.</summary>
internal sealed class LoginLockOptions
{
    public const string Section = "Identity:Lockout";

    /// <summary>Failures before an account is locked.</summary>
    [Range(1, 1000)]
    public int Attempts { get; set; } = 5;

    /// <summary>Failures, over all accounts, before a network address is locked.</summary>
    [Range(1, 1_000_000_000)]
    public int AddressAttempts { get; set; } = 50;

    /// <summary>Each lock is twice as long as the one before.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstLock { get; set; } = TimeSpan.FromMinutes(15);

    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestLock { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a device counts as known after its login.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "730.00:00:00")]
    public TimeSpan DeviceMemory { get; set; } = TimeSpan.FromDays(365);
}

[OptionsValidator]
internal sealed partial class LoginLockOptionsValidator : IValidateOptions<LoginLockOptions>;
