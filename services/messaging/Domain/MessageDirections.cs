namespace SocialSelling.Messaging.Domain;

internal static class MessageDirections
{
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";
}
