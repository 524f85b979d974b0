using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>Daily figures of an account; today's grow with the hours, and nothing is older than 90 days.</summary>
internal static class AccountNumbers
{
    private const int DaysKept = 90;

    public static long? OnDay(Account account, AccountMetric metric, DateOnly day, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (day > today || day < today.AddDays(-DaysKept))
        {
            return null;
        }

        var reach = account.Followers * (0.06 + (0.12 * Noise.Of(account.UserId, "reach", Noise.Day(day))));
        var taste = metric.Name == "reach" ? 1 : 0.75 + (0.5 * Noise.Of(account.UserId, metric.Name, Noise.Day(day)));
        var passed = day == today ? now.UtcDateTime.TimeOfDay.TotalDays : 1;
        return (long)Math.Round(reach * metric.ShareOfReach * taste * passed);
    }

    /// <summary>Sum over the days; null when none of them has data.</summary>
    public static long? Sum(Account account, AccountMetric metric, IEnumerable<DateOnly> days, DateTimeOffset now)
    {
        var values = days.Select(day => OnDay(account, metric, day, now)).OfType<long>().ToList();
        return values.Count > 0 ? values.Sum() : null;
    }
}
