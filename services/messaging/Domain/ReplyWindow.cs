namespace SocialSelling.Messaging.Domain;

/// <summary>Meta lets a business answer for 24 hours after the customer's last message.</summary>
internal static class ReplyWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    public static DateTimeOffset After(DateTimeOffset inboundAt) => inboundAt + Length;
}
