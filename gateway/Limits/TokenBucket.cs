namespace SocialSelling.Gateway.Limits;

/// <summary>
/// A bucket that refills continuously. The framework's limiter has no cheap way to tell how much is left and when it is full again, which
/// every answer of ours must say.
/// </summary>
internal sealed class TokenBucket(int limit, TimeSpan window, long now)
{
    private readonly Lock sync = new();
    private double tokens = limit;
    private long filledAt = now;

    public int Limit => limit;

    /// <summary>Takes one token where there is one.</summary>
    /// <param name="timestamp">Now, in ticks of 100 ns.</param>
    public RateDecision Take(long timestamp)
    {
        lock (sync)
        {
            var perTick = limit / (double)window.Ticks;
            tokens = Math.Min(limit, tokens + (Math.Max(0, timestamp - filledAt) * perTick));
            filledAt = Math.Max(filledAt, timestamp);
            var allowed = tokens >= 1;
            if (allowed)
            {
                tokens--;
            }

            var untilFull = Seconds((limit - tokens) / perTick);
            var untilNext = allowed ? 0 : Math.Max(1, Seconds((1 - tokens) / perTick));
            return new RateDecision(allowed, limit, (int)tokens, untilFull, untilNext);
        }
    }

    private static int Seconds(double ticks) => (int)Math.Ceiling(ticks / TimeSpan.TicksPerSecond);
}
