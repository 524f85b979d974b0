namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Carries the token of a remembered device. The prefix makes browsers insist on a secure cookie of this very host.</summary>
internal static class DeviceCookie
{
    public const string Name = "__Host-device";

    private const int MaxLength = 64;

    public static string? Read(HttpContext? http) => http?.Request.Cookies[Name] is { Length: > 0 and <= MaxLength } token ? token : null;

    public static void Write(HttpContext http, string token, DateTimeOffset expires) => http.Response.Cookies.Append(Name, token, Options(expires));

    public static void Delete(HttpContext http) => http.Response.Cookies.Append(Name, "", Options(DateTimeOffset.UnixEpoch));

    private static CookieOptions Options(DateTimeOffset expires) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true };
}
