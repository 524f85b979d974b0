using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Mail</c>: the SMTP server that takes our mails, and how patient we are with it.</summary>
internal sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>Without a server mails wait until there is one, and the service calls itself degraded.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Address, or name and address: <c>SocialSelling &lt;no-reply@suite.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Encrypt by STARTTLS, and refuse servers that cannot.</summary>
    public bool UseStartTls { get; set; } = true;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>How long one attempt may take from connection to acceptance.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Mails sent side by side.</summary>
    [Range(1, 20)]
    public int Concurrency { get; set; } = 4;

    /// <summary>How often the table is looked at when nothing was announced.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a mail that nobody takes is tried.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long the record of a mail, without its content, is kept.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    public bool IsConfigured => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && !MailAddress.TryCreate(From, out _))
        {
            yield return new ValidationResult("Mail:From must be an e-mail address when Mail:Host is set.");
        }

        if ((User.Length > 0) != (Password.Length > 0))
        {
            yield return new ValidationResult("Mail:User and Mail:Password must be set together, or neither.");
        }

        if (User.Length > 0 && !UseStartTls)
        {
            yield return new ValidationResult("Mail:UseStartTls must be on when Mail:User is set: the password must not cross the net in clear.");
        }
    }
}

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
