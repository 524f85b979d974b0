using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Connect;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Keys;

internal static class GetDiscovery
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/.well-known/openid-configuration", Handle).WithName(nameof(GetDiscovery))
            .WithSummary("The metadata of this authorization server, where OpenID Connect looks for it.");
        group.MapGet("/.well-known/oauth-authorization-server", Handle).WithName("GetAuthorizationServerMetadata")
            .WithSummary("The metadata of this authorization server (RFC 8414).");
    }

    // By the public address only: what a caller's Host header says is not believed, and the services know the way inside.
    internal static Ok<DiscoveryResponse> Handle(IOptions<AuthOptions> auth)
    {
        var address = auth.Value.Issuer.TrimEnd('/');
        return TypedResults.Ok(new DiscoveryResponse
        {
            Issuer = auth.Value.Issuer,
            JwksUri = address + GetKeySet.Path,
            TokenEndpoint = address + ConnectEndpoints.TokenPath,
            RevocationEndpoint = address + ConnectEndpoints.RevocationPath,
            IntrospectionEndpoint = address + ConnectEndpoints.IntrospectionPath,
            Documentation = address + "/docs",
        });
    }
}
