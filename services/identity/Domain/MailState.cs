namespace SocialSelling.Identity.Domain;

internal enum MailState
{
    Queued,
    Sending,
    Sent,
    Failed,
}
