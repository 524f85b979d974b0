using System.Globalization;
using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>Time series by day; `end_time` is the morning after.</summary>
internal static class AccountSeries
{
    private const int DayBoundaryHour = 8;

    public static JsonObject? Of(Account account, AccountMetric metric, InsightRange range, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var days = range.Days().Where(day => metric.Name == "reach" || (day < today && day >= today.AddDays(-30)));
        var values = new JsonArray();
        foreach (var day in days)
        {
            if (Value(account, metric, day, now) is { } value)
            {
                var end = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(DayBoundaryHour, 0)), TimeSpan.Zero);
                values.Add(new JsonObject { ["value"] = value, ["end_time"] = GraphAnswers.Time(end) });
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        var insight = AccountInsights.Head(account, metric);
        insight["values"] = values;
        return insight;
    }

    private static JsonNode? Value(Account account, AccountMetric metric, DateOnly day, DateTimeOffset now) =>
        metric.Name == "online_followers" ? Online(account, day) : AccountNumbers.OnDay(account, metric, day, now);

    private static JsonObject Online(Account account, DateOnly day)
    {
        var hours = new JsonObject();
        for (var hour = 0; hour < 24; hour++)
        {
            var name = hour.ToString(CultureInfo.InvariantCulture);
            var daylight = 0.15 + (0.35 * Math.Sin(Math.PI * hour / 24));
            hours[name] = (long)(account.Followers * daylight * (0.8 + (0.4 * Noise.Of(account.UserId, name, Noise.Day(day)))));
        }

        return hours;
    }
}
