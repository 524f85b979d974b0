namespace SocialSelling.ServiceDefaults.Outbox;

internal static class Backoff
{
    /// <summary>Doubles from a quarter of a second up to the cap; the upper half is random, so that nobody moves in step.</summary>
    public static TimeSpan After(int failures, TimeSpan cap)
    {
        var full = Math.Min(cap.TotalSeconds, 0.25 * Math.Pow(2, Math.Min(failures, 20)));
#pragma warning disable CA5394 // Jitter guards nothing.
        return TimeSpan.FromSeconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
