using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>
/// Token revocation (RFC 7009). A refresh token ends its session, and so does an access token: the two live and die together. A session may
/// be ended by the client it is bound to, and one of the suite's own apps by every client that could take it over with its refresh token.
/// </summary>
internal static class RevokeToken
{
    public static void Map(RouteGroupBuilder group) => group.MapPost(ConnectEndpoints.RevocationPath, HandleAsync).WithName(nameof(RevokeToken))
        .WithSummary("Ends the session of an access or refresh token (RFC 7009): token as a form, the client as at the token endpoint.")
        .Produces<OAuthError>(StatusCodes.Status400BadRequest).Produces<OAuthError>(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok, JsonHttpResult<OAuthError>>> HandleAsync(
        HttpRequest request, ClientCatalogue clients, TokenInspector inspector, SessionService sessions, TokenAudit audit,
        CancellationToken ct)
    {
        var call = await ConnectCall.ReadAsync(request, clients, "token", ct);
        if (call is not { Client: { } client, Refusal: null })
        {
            return call.Refusal!;
        }

        if (await inspector.FindAsync(call["token"]!, call["token_type_hint"], ct) is not { } facts)
        {
            // Unknown, damaged or expired: it is worth nothing already, and that is what the client wants.
            return TypedResults.Ok();
        }

        if (Complaint(client, facts) is { } complaint)
        {
            return ConnectCall.Refuse(complaint);
        }

        audit.Revoked(client, facts);
        await sessions.EndAsync(facts.SessionId!.Value, SessionEnd.RevokedByClient, ct);
        return TypedResults.Ok();
    }

    private static OAuthError? Complaint(Client client, TokenFacts facts)
    {
        if (facts.SessionId is null || facts.ApiKeyId is not null)
        {
            return OAuthError.UnsupportedTokenType;
        }

        var mayRevoke = facts.ClientId is { } owner ? owner == client.Id : client.MayRefresh;
        return mayRevoke ? null : OAuthError.UnauthorizedClient("The token was not issued to this client.");
    }
}
