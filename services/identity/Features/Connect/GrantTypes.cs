namespace SocialSelling.Identity.Features.Connect;

/// <summary>The grants of the token endpoint.</summary>
internal static class GrantTypes
{
    public const string ClientCredentials = "client_credentials";
    public const string RefreshToken = "refresh_token";

    public static IReadOnlyList<string> All { get; } = [ClientCredentials, RefreshToken];

    /// <summary>The words of a list separated by blanks (RFC 6749, section 3.3).</summary>
    public static string[] Split(string? list) => list?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
