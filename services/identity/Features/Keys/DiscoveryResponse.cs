using System.Text.Json.Serialization;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Features.Connect;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>What this authorization server offers (RFC 8414).</summary>
public sealed record DiscoveryResponse
{
    private static readonly string[] ClientAuthentication = ["client_secret_basic", "client_secret_post"];

    /// <summary>The <c>iss</c> of every token.</summary>
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    /// <summary>Where the public keys are.</summary>
    [JsonPropertyName("jwks_uri")]
    public required string JwksUri { get; init; }

    /// <summary>Where clients get tokens.</summary>
    [JsonPropertyName("token_endpoint")]
    public required string TokenEndpoint { get; init; }

    /// <summary>How clients may say there who they are.</summary>
    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> TokenEndpointAuthMethods { get; } = ClientAuthentication;

    /// <summary>Where clients end sessions (RFC 7009).</summary>
    [JsonPropertyName("revocation_endpoint")]
    public required string RevocationEndpoint { get; init; }

    /// <summary>How clients may say there who they are.</summary>
    [JsonPropertyName("revocation_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> RevocationEndpointAuthMethods { get; } = ClientAuthentication;

    /// <summary>Where clients ask what a token is worth (RFC 7662).</summary>
    [JsonPropertyName("introspection_endpoint")]
    public required string IntrospectionEndpoint { get; init; }

    /// <summary>How clients may say there who they are.</summary>
    [JsonPropertyName("introspection_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> IntrospectionEndpointAuthMethods { get; } = ClientAuthentication;

    /// <summary>The grants of the token endpoint.</summary>
    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypesSupported { get; } = GrantTypes.All;

    /// <summary>
    /// <c>none</c>: there is no authorization endpoint that would answer with anything. The member is required, and an empty list forbidden.
    /// </summary>
    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = ["none"];

    /// <summary>The scopes of users' tokens, which are their permissions; the suite's own are left out.</summary>
    [JsonPropertyName("scopes_supported")]
    public IReadOnlyList<string> Scopes { get; } = Permissions.All;

    /// <summary>Users are known by one id everywhere.</summary>
    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

    /// <summary>How tokens are signed.</summary>
    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256"];

    /// <summary>What developers may read.</summary>
    [JsonPropertyName("service_documentation")]
    public required string Documentation { get; init; }
}
