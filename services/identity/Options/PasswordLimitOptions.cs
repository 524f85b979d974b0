using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity:Passwords</c>.</summary>
internal sealed class PasswordLimitOptions
{
    public const string Section = "Identity:Passwords";

    /// <summary>Passwords that may wait for a processor, a fifth of a second each; more are refused with 503.</summary>
    [Range(1, 10_000)]
    public int MaxWaiting { get; set; } = 40;

    /// <summary>How long a link to choose a new password is good.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan ResetLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Links an address may ask for within an hour.</summary>
    [Range(1, 1000)]
    public int ResetsPerHour { get; set; } = 3;
}

[OptionsValidator]
internal sealed partial class PasswordLimitOptionsValidator : IValidateOptions<PasswordLimitOptions>;
