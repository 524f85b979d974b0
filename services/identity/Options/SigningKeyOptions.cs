using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

internal sealed class SigningKeyOptions
{
    public const string Section = "Identity:SigningKeys";

    /// <summary>The age at which the newest key gets a successor.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan RotationPeriod { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a new key is published before it signs: longer than <see cref="RefreshInterval"/> of our own instances, the cache life of the
    /// key set and the 35 seconds after which verifiers look again, together.
    /// </summary>
    [Range(typeof(TimeSpan), "00:03:00", "1.00:00:00")]
    public TimeSpan ActivationDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often each instance reads the keys again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(30);
}

[OptionsValidator]
internal sealed partial class SigningKeyOptionsValidator : IValidateOptions<SigningKeyOptions>;
