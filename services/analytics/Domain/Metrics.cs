namespace SocialSelling.Analytics.Domain;

/// <summary>Figures by Meta's names. What Meta left out is absent: unknown is not 0.</summary>
internal static class Metrics
{
    public static long? Of(this IReadOnlyDictionary<string, long> metrics, string name) => metrics.TryGetValue(name, out var value) ? value : null;

    /// <summary>A newer collection replaces what it names; what it lacks keeps its last known figure.</summary>
    public static IReadOnlyDictionary<string, long> With(this IReadOnlyDictionary<string, long> known, IReadOnlyDictionary<string, long> newer)
    {
        var merged = new Dictionary<string, long>(known, StringComparer.Ordinal);
        foreach (var (name, value) in newer) merged[name] = value;
        return merged;
    }

    public static IReadOnlyDictionary<string, long> Without(this IReadOnlyDictionary<string, long> metrics, IReadOnlyList<string> names) =>
        metrics.Where(metric => !names.Contains(metric.Key)).ToDictionary(StringComparer.Ordinal);
}
