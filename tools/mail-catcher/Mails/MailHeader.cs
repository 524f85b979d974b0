namespace SocialSelling.MailCatcher.Mails;

internal sealed record MailHeader(string Name, string Value);
