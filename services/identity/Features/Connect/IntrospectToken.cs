using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>Token introspection (RFC 7662), for clients that <c>Identity:Clients:{id}:MayIntrospect</c> allows it.</summary>
internal static class IntrospectToken
{
    public static void Map(RouteGroupBuilder group) => group.MapPost(ConnectEndpoints.IntrospectionPath, HandleAsync).WithName(nameof(IntrospectToken))
        .WithSummary("Says whether an access or refresh token is good, and what it is for (RFC 7662): token as a form, the client as at the token endpoint.")
        .Produces<OAuthError>(StatusCodes.Status400BadRequest).Produces<OAuthError>(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<IntrospectionResponse>, JsonHttpResult<OAuthError>>> HandleAsync(
        HttpRequest request, ClientCatalogue clients, TokenInspector inspector, IOptions<AuthOptions> auth, CancellationToken ct)
    {
        var call = await ConnectCall.ReadAsync(request, clients, "token", ct);
        if (call is not { Client: { } client, Refusal: null })
        {
            return call.Refusal!;
        }

        if (!client.MayIntrospect)
        {
            return ConnectCall.Refuse(OAuthError.UnauthorizedClient("This client may not ask about tokens."));
        }

        return await inspector.FindActiveAsync(call["token"]!, call["token_type_hint"], ct) is { } facts
            ? TypedResults.Ok(Describe(facts, auth.Value))
            : TypedResults.Ok(new IntrospectionResponse(Active: false));
    }

    private static IntrospectionResponse Describe(TokenFacts facts, AuthOptions auth) => new(Active: true)
    {
        Scope = facts.Scope,
        ClientId = facts.ClientId,
        TokenType = facts.TokenType,
        ExpiresAt = facts.ExpiresAt.ToUnixTimeSeconds(),
        IssuedAt = facts.IssuedAt.ToUnixTimeSeconds(),
        Subject = facts.Subject,
        Audience = auth.Audience,
        Issuer = auth.Issuer,
        TokenId = facts.Id,
        Workspace = facts.Workspace,
    };
}
