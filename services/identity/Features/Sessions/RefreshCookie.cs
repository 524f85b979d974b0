using System.Security.Cryptography;
using System.Text;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Sessions;

/// <summary>
/// The refresh token as a browser keeps it: out of reach of scripts, and sent to the authentication routes only. Whoever uses the cookie must
/// also send, in a header, what the second cookie says: another site's page can neither read that cookie nor set the header.
/// </summary>
internal static class RefreshCookie
{
    public const string Name = "socialselling_refresh";
    public const string CsrfName = "socialselling_csrf";
    public const string CsrfHeader = "X-CSRF-Token";

    // A cookie has one path, and the routes have two: the base path and its alias.
    private static readonly string[] Paths = ["/api/v1/auth", "/api/auth"];

    public static void Set(HttpResponse response, string refreshToken, TimeSpan lifetime)
    {
        if (RefreshTokenSecret.TryParse(refreshToken, out var secret))
        {
            Write(response, refreshToken, secret.CsrfToken(), lifetime);
        }
    }

    public static void Clear(HttpResponse response) => Write(response, "", "", TimeSpan.Zero);

    /// <summary>The token of the cookie, or null.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } token ? token : null;

    /// <summary>Whether the request carries the header that belongs to this token.</summary>
    public static bool IsConfirmed(HttpRequest request, string refreshToken) =>
        RefreshTokenSecret.TryParse(refreshToken, out var secret)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(secret.CsrfToken()), Encoding.UTF8.GetBytes(request.Headers[CsrfHeader].ToString()));

    private static void Write(HttpResponse response, string refreshToken, string csrfToken, TimeSpan lifetime)
    {
        foreach (var path in Paths)
        {
            response.Cookies.Append(Name, refreshToken, Options(path, lifetime, httpOnly: true));
        }

        response.Cookies.Append(CsrfName, csrfToken, Options("/", lifetime, httpOnly: false));
    }

    private static CookieOptions Options(string path, TimeSpan lifetime, bool httpOnly) => new()
    {
        Path = path,
        HttpOnly = httpOnly,
        Secure = true,
        SameSite = SameSiteMode.Strict,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
