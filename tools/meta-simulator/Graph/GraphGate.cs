using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Checks the token of a call, taken from the header, the query or the body.</summary>
internal sealed class GraphGate(World world, TimeProvider clock)
{
    public (GraphCall? Call, IResult? Error) Open(HttpContext http, string? scope)
    {
        var context = CallContext.Of(http);
        if (TokenOf(http, context.Parameters) is not { } value)
        {
            return (null, GraphErrors.InvalidToken());
        }

        AccessToken? token;
        lock (world.Gate)
        {
            token = world.Tokens.Find(value);
        }

        if (token is null)
        {
            return (null, GraphErrors.InvalidToken());
        }

        context.Username = token.Account.Username;
        if (token.RevokedWith is { } subcode)
        {
            return (null, GraphErrors.Revoked(subcode));
        }

        if (clock.GetUtcNow() >= token.ExpiresAt)
        {
            return (null, GraphErrors.Expired(token.ExpiresAt));
        }

        var node = http.GetRouteValue("node") as string ?? "me";
        return scope is null || token.Has(scope)
            ? (new GraphCall(http, context.Parameters, token, node), null)
            : (null, GraphErrors.Permission(scope));
    }

    private static string? TokenOf(HttpContext http, GraphParameters parameters)
    {
        const string Bearer = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : parameters["access_token"];
    }
}
