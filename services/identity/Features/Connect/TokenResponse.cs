using System.Text.Json.Serialization;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>Tokens (RFC 6749, section 5.1).</summary>
/// <param name="AccessToken">JWT (ES256).</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Life of the access token in seconds.</param>
/// <param name="Scope">The scopes granted, separated by blanks; for a user's session the user's permissions.</param>
/// <param name="RefreshToken">Only of the grant <c>refresh_token</c>: the next one; the one presented is used up.</param>
public sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("refresh_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null);
