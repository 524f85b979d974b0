using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SocialSelling.Identity.Domain;

/// <summary>Makes values such as PostgreSQL gives them back, because the hash must come out the same after reading.</summary>
internal static class AuditText
{
    private const int TicksOfPostgres = 10;

    public static string Fit(string text, int length)
    {
        var clean = text.Replace('\0', '\uFFFD');
        clean = clean.Length > length ? clean[..length] : clean;

        // Half a surrogate pair is no text to PostgreSQL.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean));
    }

    [return: NotNullIfNotNull(nameof(text))]
    public static string? FitOptional(string? text, int length) => text is null ? null : Fit(text, length);

    public static DateTimeOffset Fit(DateTimeOffset time) => new(time.UtcTicks / TicksOfPostgres * TicksOfPostgres, TimeSpan.Zero);
}
