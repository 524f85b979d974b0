using System.Text.Json.Serialization;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>A refusal of the token endpoint (RFC 6749, section 5.2).</summary>
/// <param name="Error">One of the error codes of the RFC.</param>
/// <param name="Description">A sentence for the client's developer.</param>
public sealed record OAuthError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description)
{
    internal static readonly OAuthError InvalidClient = new("invalid_client", "The client is unknown or its secret is wrong.");

    internal static readonly OAuthError UnsupportedGrantType = new("unsupported_grant_type", "Only client_credentials is supported.");

    internal static readonly OAuthError InvalidScope = new("invalid_scope", "The client may not ask for this scope.");

    internal static OAuthError InvalidRequest(string description) => new("invalid_request", description);
}
