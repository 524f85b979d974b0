using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

internal sealed class CallLedger
{
    public RingBuffer<CallRecord> Recent { get; } = new(5_000);
}
