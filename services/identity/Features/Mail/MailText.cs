namespace SocialSelling.Identity.Features.Mail;

/// <summary>A mail's words, ready to be sent.</summary>
internal sealed record MailText(string Subject, string Plain, string Html);
