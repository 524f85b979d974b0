namespace SocialSelling.Analytics.Domain;

/// <summary>The suite's days are UTC days.</summary>
internal static class UtcDays
{
    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateTimeOffset StartUtc(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
