using System.Text.Json.Serialization;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>A refusal of an OAuth endpoint (RFC 6749, section 5.2).</summary>
/// <param name="Error">One of the error codes of the RFC.</param>
/// <param name="Description">A sentence for the client's developer.</param>
public sealed record OAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description)
{
    internal static readonly OAuthError InvalidClient = new("invalid_client", "The client is unknown or its secret is wrong.");

    internal static readonly OAuthError InvalidGrant = new(
        "invalid_grant", "The refresh token is unknown, used, expired or revoked, or belongs to another client: the user has to log in again.");

    internal static readonly OAuthError UnsupportedGrantType = new(
        "unsupported_grant_type", "The grants are client_credentials and refresh_token.");

    internal static readonly OAuthError InvalidScope = new("invalid_scope", "More is asked for than can be granted.");

    internal static readonly OAuthError UnsupportedTokenType = new(
        "unsupported_token_type", "This token belongs to no session: it cannot be revoked and expires by itself within minutes.");

    internal static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    internal static OAuthError UnauthorizedClient(string description) => new("unauthorized_client", description);
}
