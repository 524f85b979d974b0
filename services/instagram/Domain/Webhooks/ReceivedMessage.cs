namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>Remembers that a message was taken: Meta repeats and reorders what it sends.</summary>
internal sealed class ReceivedMessage
{
    private ReceivedMessage()
    {
    }

    public Guid AccountId { get; private set; }

    public string Mid { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }
}
