using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Connect;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>What this authorization server offers (RFC 8414).</summary>
public sealed record DiscoveryResponse
{
    /// <summary>The <c>iss</c> of every token.</summary>
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    /// <summary>Where the public keys are.</summary>
    [JsonPropertyName("jwks_uri")]
    public required string JwksUri { get; init; }

    /// <summary>Where clients get tokens.</summary>
    [JsonPropertyName("token_endpoint")]
    public required string TokenEndpoint { get; init; }

    /// <summary>How clients may say who they are.</summary>
    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> TokenEndpointAuthMethods { get; } = ["client_secret_basic", "client_secret_post"];

    /// <summary>The grants of the token endpoint.</summary>
    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypes { get; } = [ClientCredentials.GrantType];

    /// <summary>None: there is no authorization endpoint.</summary>
    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = [];

    /// <summary>Users are known by one id everywhere.</summary>
    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

    /// <summary>How tokens are signed.</summary>
    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256"];
}

internal static class GetDiscovery
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/.well-known/openid-configuration", Handle).WithName(nameof(GetDiscovery))
        .WithSummary("The metadata of this authorization server (RFC 8414).");

    // By the public address only: what a caller's Host header says is not believed, and the services know the way inside.
    internal static Ok<DiscoveryResponse> Handle(IOptions<AuthOptions> auth)
    {
        var address = auth.Value.Issuer.TrimEnd('/');
        return TypedResults.Ok(new DiscoveryResponse
        {
            Issuer = auth.Value.Issuer,
            JwksUri = address + GetKeySet.Path,
            TokenEndpoint = address + ConnectEndpoints.TokenPath,
        });
    }
}
