namespace SocialSelling.MetaSimulator.State;

/// <summary>Real time, or one moment of it when frozen, plus an offset that only grows until a reset.</summary>
internal sealed class SimulatorClock : TimeProvider
{
    private long offsetTicks;
    private long frozenTicks;

    /// <summary>Raised after each change, so that whoever waits for a moment looks again.</summary>
    public event Action? Changed;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public bool IsFrozen => Interlocked.Read(ref frozenTicks) != 0;

    public override DateTimeOffset GetUtcNow()
    {
        var frozen = Interlocked.Read(ref frozenTicks);
        return (frozen == 0 ? base.GetUtcNow() : new DateTimeOffset(frozen, TimeSpan.Zero)) + Offset;
    }

    public void Freeze(bool frozen) => Interlocked.Exchange(ref frozenTicks, frozen ? base.GetUtcNow().Ticks : 0);

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref offsetTicks, by.Ticks);
        Changed?.Invoke();
    }

    public void Reset()
    {
        Interlocked.Exchange(ref offsetTicks, 0);
        Interlocked.Exchange(ref frozenTicks, 0);
        Changed?.Invoke();
    }
}
