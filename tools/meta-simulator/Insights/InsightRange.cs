using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>`since` and `until`: the last 24 hours unless given, 30 days at most.</summary>
internal sealed record InsightRange(DateTimeOffset Since, DateTimeOffset Until)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Every day the range touches.</summary>
    public IEnumerable<DateOnly> Days()
    {
        var first = DateOnly.FromDateTime(Since.UtcDateTime);
        var last = DateOnly.FromDateTime(Until.AddTicks(-1).UtcDateTime);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    public static (InsightRange? Range, GraphError? Error) Read(GraphParameters parameters, DateTimeOffset now)
    {
        var until = parameters.Number("until") is { } to ? DateTimeOffset.FromUnixTimeSeconds(to) : now;
        var since = parameters.Number("since") is { } from ? DateTimeOffset.FromUnixTimeSeconds(from) : until.AddDays(-1);
        if (since >= until)
        {
            return (null, InsightErrors.RangeOrder());
        }

        return until - since > Longest ? (null, InsightErrors.Range()) : (new InsightRange(since, until), null);
    }
}
