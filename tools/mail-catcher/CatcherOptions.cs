using System.ComponentModel.DataAnnotations;

namespace SocialSelling.MailCatcher;

/// <summary>Section <c>Catcher</c>.</summary>
internal sealed class CatcherOptions
{
    public const string Section = "Catcher";

    /// <summary>The address that SMTP is spoken on: this machine only, unless told otherwise.</summary>
    [Required]
    public string SmtpAddress { get; set; } = "127.0.0.1";

    /// <summary>0 takes any free one.</summary>
    [Range(0, 65535)]
    public int SmtpPort { get; set; } = 1025;

    /// <summary>Older mails are forgotten beyond this many.</summary>
    [Range(1, 100_000)]
    public int MaxMails { get; set; } = 500;

    /// <summary>Older mails are forgotten beyond this much.</summary>
    [Range(1, 1L << 32)]
    public long MaxBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>A larger mail is refused.</summary>
    [Range(1, 64 * 1024 * 1024)]
    public int MaxMailBytes { get; set; } = 4 * 1024 * 1024;
}
