namespace SocialSelling.MetaSimulator.State;

/// <summary>Real time plus an offset that only grows until a reset.</summary>
internal sealed class SimulatorClock : TimeProvider
{
    private long offsetTicks;

    /// <summary>Raised after each change, so that whoever waits for a moment looks again.</summary>
    public event Action? Changed;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref offsetTicks, by.Ticks);
        Changed?.Invoke();
    }

    public void Reset()
    {
        Interlocked.Exchange(ref offsetTicks, 0);
        Changed?.Invoke();
    }
}
