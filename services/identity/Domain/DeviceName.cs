using System.Text.RegularExpressions;

namespace SocialSelling.Identity.Domain;

/// <summary>What people call a device, such as <c>Firefox on Windows</c>, from what the client said it was. Versions are left out: they change.</summary>
internal static partial class DeviceName
{
    public const int MaxLength = 100;
    public const string Unknown = "Unknown device";

    // Order matters: most browsers also claim to be those that come later.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return Unknown;
        }

        var browser = Find(Browsers, userAgent) ?? Product(userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            (null, null) => Unknown,
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] table, string userAgent) =>
        Array.Find(table, entry => userAgent.Contains(entry.Mark, StringComparison.Ordinal)).Name;

    // The name ends up in a mail: a program's plain name and nothing else.
    private static string? Product(string userAgent) =>
        ProductForm().Match(userAgent) is { Success: true } match && match.Value != "Mozilla" ? match.Value : null;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,39}(?=\z|[/ ])", RegexOptions.CultureInvariant)]
    private static partial Regex ProductForm();
}
