using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>The token endpoint (RFC 6749, sections 3.2, 4.4 and 6), with the RFC's own error form.</summary>
internal static class IssueToken
{
    public static void Map(RouteGroupBuilder group) => group.MapPost(ConnectEndpoints.TokenPath, HandleAsync).WithName(nameof(IssueToken))
        .WithSummary("Issues tokens to a client: client_credentials or refresh_token as a form, the client in the header or in the body (RFC 6749).")
        .Produces<OAuthError>(StatusCodes.Status400BadRequest).Produces<OAuthError>(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<TokenResponse>, JsonHttpResult<OAuthError>>> HandleAsync(
        HttpRequest request, ClientCatalogue clients, ClientCredentialsGrant credentials, RefreshTokenGrant refresh, CancellationToken ct)
    {
        var call = await ConnectCall.ReadAsync(request, clients, "grant_type", ct);
        if (call is not { Client: { } client, Refusal: null })
        {
            return call.Refusal!;
        }

        var grant = call["grant_type"]!;
        if (!GrantTypes.All.Contains(grant))
        {
            return ConnectCall.Refuse(OAuthError.UnsupportedGrantType);
        }

        if (!client.Grants.Contains(grant))
        {
            return ConnectCall.Refuse(OAuthError.UnauthorizedClient("This client may not use this grant."));
        }

        var (token, error) = grant == GrantTypes.RefreshToken
            ? await refresh.IssueAsync(client, call["refresh_token"], call["scope"], ct)
            : await credentials.IssueAsync(client, call["scope"], ct);
        return token is null ? ConnectCall.Refuse(error!) : TypedResults.Ok(token);
    }
}
