using System.Text.Json.Serialization;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>A client's token (RFC 6749, section 5.1).</summary>
/// <param name="AccessToken">JWT (ES256).</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Life in seconds.</param>
/// <param name="Scope">The scopes granted, separated by blanks.</param>
public sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope);
