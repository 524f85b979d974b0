using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>
/// Makes the values of a mail fit to be read. Names are chosen by strangers, who would like to send their own links to anybody through
/// us: what a mail program would turn into a link loses that power, line breaks and control characters go, and long texts are cut.
/// </summary>
internal static partial class MailValues
{
    private const string Link = "link";
    private const string Expires = "expires";
    private const string Time = "time";
    private const string TimeZone = "timezone";
    private const int MaxLength = 100;

    public static Dictionary<string, string> Prepare(IReadOnlyDictionary<string, string> values, MailLanguage language, DateTimeOffset requestedAt)
    {
        var timezone = values.GetValueOrDefault(TimeZone);
        var prepared = new Dictionary<string, string>(StringComparer.Ordinal) { [Time] = language.Format(requestedAt, timezone) };
        foreach (var (name, value) in values)
        {
            if (Text(name, value, language, timezone) is { Length: > 0 } text)
            {
                prepared[name] = text;
            }
        }

        return prepared;
    }

    /// <summary>When the mail is of no use any more; null when it never ends.</summary>
    public static DateTimeOffset? ExpiryOf(IReadOnlyDictionary<string, string> values) =>
        values.ContainsKey(Link) && values.TryGetValue(Expires, out var text) && TryMoment(text, out var moment) ? moment : null;

    private static string? Text(string name, string value, MailLanguage language, string? timezone) => name switch
    {
        Link => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? value : null,
        Expires => TryMoment(value, out var moment) ? language.Format(moment, timezone) : null,
        _ => Harmless(value),
    };

    private static bool TryMoment(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private static string Harmless(string value)
    {
        var text = Invisible().Replace(value, " ").Trim();
        text = text.Length > MaxLength ? text[..MaxLength] + "…" : text;
        return LinkLike().Replace(text, match => match.Value.Replace('.', '\u2024').Replace('/', '\u2215').Replace('@', '\uff20'));
    }

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}\s]+")]
    private static partial Regex Invisible();

    // A numeric address, as of a login, is no link.
    [GeneratedRegex(@"\S*(?:\p{L}[\p{L}\p{N}\-]*\.[\p{L}]{2,}|://|@)\S*")]
    private static partial Regex LinkLike();
}
