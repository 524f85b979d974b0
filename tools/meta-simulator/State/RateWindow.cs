using System.Collections.Concurrent;

namespace SocialSelling.MetaSimulator.State;

/// <summary>Counts calls per key in whole windows of time.</summary>
internal sealed class RateWindow(TimeProvider clock, TimeSpan length)
{
    private readonly ConcurrentDictionary<string, (long Window, int Count)> counts = new();

    /// <summary>Counts one call and returns the number within the present window.</summary>
    public int Count(string key)
    {
        var window = clock.GetUtcNow().Ticks / length.Ticks;
        return counts.AddOrUpdate(key, (window, 1), (_, old) => old.Window == window ? (window, old.Count + 1) : (window, 1)).Count;
    }

    public void Clear() => counts.Clear();
}
