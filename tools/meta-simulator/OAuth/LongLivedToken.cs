using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>`GET /graph/access_token` and `GET /graph/refresh_access_token`: tokens of sixty days.</summary>
internal static class LongLivedToken
{
    private static readonly TimeSpan YoungestForRefresh = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapMethods("/access_token", [HttpMethods.Get, HttpMethods.Post], Exchange);
        graph.MapMethods("/refresh_access_token", [HttpMethods.Get, HttpMethods.Post], Refresh);
    }

    private static IResult Exchange(
        HttpContext http, [FromServices] GraphGate gate, [FromServices] TokenStore tokens, [FromServices] IOptions<SimulatorOptions> options)
    {
        var parameters = CallContext.Of(http).Parameters;
        if (Reject(http, parameters, "ig_exchange_token") is { } rejected)
        {
            return rejected;
        }

        if (parameters["client_secret"] != options.Value.AppSecret)
        {
            return new GraphError(1, null, "Error validating client secret.");
        }

        var (call, error) = gate.Open(http, State.Scopes.Basic);
        if (call is null)
        {
            return error!;
        }

        return call.Token.LongLived ? GraphErrors.Parameter("The token is not a short-lived one") : Answer(tokens.IssueLong(call.Token));
    }

    private static IResult Refresh(HttpContext http, [FromServices] GraphGate gate, [FromServices] TokenStore tokens, [FromServices] TimeProvider clock)
    {
        if (Reject(http, CallContext.Of(http).Parameters, "ig_refresh_token") is { } rejected)
        {
            return rejected;
        }

        var (call, error) = gate.Open(http, State.Scopes.Basic);
        if (call is null)
        {
            return error!;
        }

        if (!call.Token.LongLived)
        {
            return GraphErrors.Parameter("Only a long-lived token can be refreshed");
        }

        return clock.GetUtcNow() - call.Token.IssuedAt < YoungestForRefresh
            ? GraphErrors.Parameter("The token is less than 24 hours old")
            : Answer(tokens.IssueLong(call.Token));
    }

    private static GraphError? Reject(HttpContext http, GraphParameters parameters, string grantType)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return GraphErrors.Method(http.Request.Method);
        }

        return parameters["grant_type"] == grantType ? null : GraphErrors.Parameter($"Param grant_type must be {grantType}");
    }

    private static IResult Answer(AccessToken token) => GraphAnswers.Json(new JsonObject
    {
        ["access_token"] = token.Value,
        ["token_type"] = "bearer",
        ["expires_in"] = (long)TokenStore.LongLife.TotalSeconds,
    });
}
