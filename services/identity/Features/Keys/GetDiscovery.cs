using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Connect;
using SocialSelling.Identity.Options;

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
    public static void Map(RouteGroupBuilder group) => group.MapGet("/.well-known/openid-configuration", Handle).WithName(nameof(GetDiscovery));

    internal static Ok<DiscoveryResponse> Handle(HttpRequest request, IOptions<IssuerOptions> options)
    {
        var address = BaseAddress(request, options.Value);
        return TypedResults.Ok(new DiscoveryResponse
        {
            Issuer = options.Value.Issuer,
            JwksUri = address + GetKeySet.Path,
            TokenEndpoint = address + ConnectEndpoints.TokenPath,
        });
    }

    // Services inside cannot reach the public address, clients outside not the inner one. Any other host is not believed.
    private static string BaseAddress(HttpRequest request, IssuerOptions options)
    {
        var inside = new Uri(options.Authority);
        var isInside = request.Host.Equals(HostString.FromUriComponent(inside));
        return (isInside ? options.Authority : options.Issuer).TrimEnd('/');
    }
}
