using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>The newest deliveries in full, and counts of all.</summary>
internal sealed class DeliveryLedger
{
    private long attempts;
    private long delivered;
    private long failed;
    private long dropped;

    public RingBuffer<Delivery> Recent { get; } = new(3_000);

    public (long Attempts, long Delivered, long Failed, long Dropped) Counts =>
        (Interlocked.Read(ref attempts), Interlocked.Read(ref delivered), Interlocked.Read(ref failed), Interlocked.Read(ref dropped));

    public void Attempted() => Interlocked.Increment(ref attempts);

    public void Delivered() => Interlocked.Increment(ref delivered);

    public void Failed() => Interlocked.Increment(ref failed);

    public void Dropped() => Interlocked.Increment(ref dropped);

    public void Clear()
    {
        Recent.Clear();
        attempts = delivered = failed = dropped = 0;
    }
}
