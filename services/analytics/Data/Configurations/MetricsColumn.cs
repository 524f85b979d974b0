using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialSelling.Analytics.Data.Configurations;

/// <summary>Figures by name in one jsonb column: Meta adds and drops metrics without notice.</summary>
internal static class MetricsColumn
{
    // The dictionaries are replaced, never changed, so that comparing references is enough.
    private static readonly ValueComparer<IReadOnlyDictionary<string, long>> ByReference =
        new((left, right) => ReferenceEquals(left, right), metrics => metrics.GetHashCode(), metrics => metrics);

    public static void HasMetricsColumn(this PropertyBuilder<IReadOnlyDictionary<string, long>> property) =>
        property.HasColumnType("jsonb").HasConversion(metrics => Write(metrics), json => Read(json), ByReference);

    private static string Write(IReadOnlyDictionary<string, long> metrics) => JsonSerializer.Serialize(metrics);

    private static Dictionary<string, long> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, long>>(json) ?? [];
}
