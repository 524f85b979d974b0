using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features;

/// <summary>UTC days, both ends included.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly To)
{
    private const int DefaultDays = 30;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The range of the same length just before.</summary>
    public DayRange Previous => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>The range asked for; without one the last 30 days with today.</summary>
    public static (DayRange Range, FieldError? Error) Of(DateOnly? from, DateOnly? to, DateOnly today, int maxDays)
    {
        var end = to ?? (from is { } start && start > today ? start : today);
        var range = new DayRange(from ?? DateOnly.FromDayNumber(Math.Max(0, end.DayNumber - DefaultDays + 1)), end);
        if (range.Days < 1) return (range, new FieldError("from", "The first day must not be after the last."));
        if (range.To == DateOnly.MaxValue) return (range, new FieldError("to", "The day is too late."));
        if (range.Days > maxDays) return (range, new FieldError("from", $"A range has at most {maxDays} days."));
        // The range before must exist in the calendar too.
        return range.From.DayNumber < range.Days ? (range, new FieldError("from", "The day is too early.")) : (range, null);
    }
}
