namespace SocialSelling.Instagram.Domain.Webhooks;

/// <summary>One signed webhook, as it came. Rows are written and marked in bulk; this class gives the table its form.</summary>
internal sealed class WebhookDelivery
{
    private WebhookDelivery()
    {
    }

    public long Id { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public byte[] Body { get; private set; } = [];

    public int Size { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>Events that became messages, new or seen before.</summary>
    public int Events { get; private set; }

    /// <summary>Events that were left aside; <see cref="Reason"/> says why.</summary>
    public int Ignored { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The platform accounts it waits for.</summary>
    public string[] WaitingFor { get; private set; } = [];

    public DateTimeOffset? ProcessedAt { get; private set; }
}
