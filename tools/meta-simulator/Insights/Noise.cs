using System.Globalization;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>Numbers that look random and are always the same for the same seed.</summary>
internal static class Noise
{
    /// <summary>From 0 up to but not including 1.</summary>
    public static double Of(params ReadOnlySpan<string> seed)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in seed)
        {
            foreach (var character in part)
            {
                hash = (hash ^ character) * 1099511628211UL;
            }

            hash = (hash ^ '|') * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93UL;
        hash ^= hash >> 32;
        return (hash >> 11) / (double)(1UL << 53);
    }

    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
