using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity:Verification</c>: confirmations of mail addresses.</summary>
internal sealed class VerificationOptions
{
    public const string Section = "Identity:Verification";

    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Mails that a user may ask for within an hour.</summary>
    [Range(1, 1000)]
    public int MailsPerHour { get; set; } = 5;
}

[OptionsValidator]
internal sealed partial class VerificationOptionsValidator : IValidateOptions<VerificationOptions>;
