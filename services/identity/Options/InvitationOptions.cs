using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

internal sealed class InvitationOptions
{
    public const string Section = "Identity:Invitations";

    /// <summary>How long a mail's link is good.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Mails of one invitation, the first included.</summary>
    [Range(1, 20)]
    public int MaxMails { get; set; } = 5;

    /// <summary>The pause between two of them.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ResendPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Invitations that a workspace may write within a day: nobody sends mail to the whole world through us.</summary>
    [Range(1, 10_000)]
    public int MaxPerDay { get; set; } = 50;
}

[OptionsValidator]
internal sealed partial class InvitationOptionsValidator : IValidateOptions<InvitationOptions>;
