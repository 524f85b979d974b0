namespace SocialSelling.Messaging.Domain;

internal static class Channels
{
    public const string Instagram = "instagram";
}
