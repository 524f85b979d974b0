namespace SocialSelling.Messaging.Domain;

internal static class MessageStates
{
    public const string Received = "received";
    public const string Queued = "queued";
    public const string Sent = "sent";
    public const string Failed = "failed";
}
