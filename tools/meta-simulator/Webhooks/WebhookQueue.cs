using System.Threading.Channels;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Deliveries that are due, bounded: whoever makes more waits.</summary>
internal sealed class WebhookQueue
{
    private readonly Channel<Delivery> channel = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.Wait });

    public int Count => channel.Reader.Count;

    public ValueTask AddAsync(Delivery delivery, CancellationToken ct)
    {
        delivery.State = DeliveryState.Queued;
        return channel.Writer.WriteAsync(delivery, ct);
    }

    public IAsyncEnumerable<Delivery> ReadAllAsync(CancellationToken ct) => channel.Reader.ReadAllAsync(ct);

    public void Clear()
    {
        while (channel.Reader.TryRead(out var delivery))
        {
            delivery.State = DeliveryState.Dropped;
        }
    }
}
