namespace SocialSelling.Messaging.Domain;

/// <summary>Where a message was written.</summary>
internal static class MessageSources
{
    public const string Customer = "customer";
    public const string Api = "api";
    public const string Phone = "phone";
}
