using System.Globalization;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>What a language needs beside its templates; here because the hosts run without culture data.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Months">From January on.</param>
/// <param name="Date">With <c>{day}</c>, <c>{month}</c>, <c>{year}</c>, <c>{time}</c> and <c>{zone}</c>.</param>
/// <param name="ButtonHint">Stands over the button's address.</param>
/// <param name="Footer">Ends every mail.</param>
internal sealed record MailLanguage(string Code, string[] Months, string Date, string ButtonHint, string Footer)
{
    private const int MonthsOfAYear = 12;

    public static MailLanguage Parse(string code, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var months = lines["months"].Split(", ");
        return months.Length == MonthsOfAYear
            ? new(code, months, lines["date"], lines["button-hint"], lines["footer"])
            : throw new FormatException($"The language {code} must name twelve months.");
    }

    /// <summary>The moment as people of this language and time zone write it.</summary>
    public string Format(DateTimeOffset moment, string? timezone)
    {
        var zone = timezone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var known) ? known : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return Date.Replace("{day}", Number(local.Day), StringComparison.Ordinal)
            .Replace("{month}", Months[local.Month - 1], StringComparison.Ordinal)
            .Replace("{year}", Number(local.Year), StringComparison.Ordinal)
            .Replace("{time}", local.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{zone}", zone.Id, StringComparison.Ordinal);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
