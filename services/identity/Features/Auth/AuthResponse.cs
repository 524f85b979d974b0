namespace SocialSelling.Identity.Features.Auth;

/// <summary>A session's tokens.</summary>
/// <param name="AccessToken">JWT (ES256) for the <c>Authorization</c> header.</param>
/// <param name="RefreshToken">Opaque, for one use: each refresh answers with the next one.</param>
/// <param name="ExpiresIn">Life of the access token in seconds.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="User">Whose session it is.</param>
public sealed record AuthResponse(string AccessToken, string RefreshToken, int ExpiresIn, string TokenType, UserResponse User);
