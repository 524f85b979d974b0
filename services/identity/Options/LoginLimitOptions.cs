using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Failed logins that one network address may have for one account.</summary>
internal sealed class LoginLimitOptions
{
    public const string Section = "Identity:LoginLimit";

    [Range(1, 1000)]
    public int Attempts { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);
}

[OptionsValidator]
internal sealed partial class LoginLimitOptionsValidator : IValidateOptions<LoginLimitOptions>;
