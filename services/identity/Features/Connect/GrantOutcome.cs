namespace SocialSelling.Identity.Features.Connect;

/// <summary>The tokens, or why there are none.</summary>
internal readonly record struct GrantOutcome(TokenResponse? Token, OAuthError? Error)
{
    public static implicit operator GrantOutcome(OAuthError error) => new(null, error);

    public static implicit operator GrantOutcome(TokenResponse token) => new(token, null);
}
