using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Second factors.</summary>
internal sealed class MfaOptions
{
    public const string Section = "Identity:Mfa";

    /// <summary>The name that authenticator apps show.</summary>
    [Required, StringLength(64, MinimumLength = 1), RegularExpression("[^:]+")]
    public string Issuer { get; set; } = "SocialSelling";

    /// <summary>How long a new secret waits for its first code.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan EnrolmentLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a login waits for its second factor.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan PendingLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries that one login has for its second factor.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 5;

    /// <summary>Wrong codes that a user may have over all logins within <see cref="GuessWindow"/>.</summary>
    [Range(1, 1000)]
    public int Guesses { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan GuessWindow { get; set; } = TimeSpan.FromHours(1);

    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan RememberDeviceFor { get; set; } = TimeSpan.FromDays(30);
}

[OptionsValidator]
internal sealed partial class MfaOptionsValidator : IValidateOptions<MfaOptions>;
