namespace SocialSelling.Analytics.Domain;

/// <summary>The suite's days are UTC days.</summary>
internal static class UtcDays
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public static DateTimeOffset StartUtc(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
