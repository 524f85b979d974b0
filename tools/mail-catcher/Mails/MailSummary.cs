namespace SocialSelling.MailCatcher.Mails;

/// <summary>A line of the list.</summary>
internal sealed record MailSummary(long Id, DateTimeOffset ReceivedAt, string Sender, IReadOnlyList<string> To, string Subject, int Size)
{
    public static MailSummary Of(CaughtMail mail) => new(mail.Id, mail.ReceivedAt, mail.Sender, mail.To, mail.Subject, mail.Size);
}
