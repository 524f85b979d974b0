using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>`POST /api/oauth/access_token`: a code for a token of one hour.</summary>
internal static class ExchangeCode
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/oauth/access_token", Handle);

    private static IResult Handle(
        HttpContext http, [FromServices] World world, [FromServices] TokenStore tokens, [FromServices] TimeProvider clock,
        [FromServices] IOptions<SimulatorOptions> options)
    {
        var parameters = CallContext.Of(http).Parameters;
        if (parameters["client_id"] != options.Value.AppId || parameters["client_secret"] != options.Value.AppSecret)
        {
            return new OAuthError("Invalid platform app");
        }

        if (parameters["grant_type"] != "authorization_code")
        {
            return new OAuthError("Invalid grant_type: authorization_code is the only one");
        }

        AuthorizationCode? code;
        lock (world.Gate)
        {
            code = world.Codes.Find(parameters["code"] ?? "");
            if (code is null || code.Used || clock.GetUtcNow() >= code.ExpiresAt)
            {
                return new OAuthError("Matching code was not found or was already used");
            }

            if (code.RedirectUri != parameters["redirect_uri"])
            {
                return new OAuthError("Error validating verification code. Please make sure your redirect_uri is identical to the one you used");
            }

            code.Used = true;
        }

        CallContext.Of(http).Username = code.Account.Username;
        return GraphAnswers.Json(Answer(tokens.IssueShort(code.Account, code.Scopes), world.Switches));
    }

    private static JsonObject Answer(AccessToken token, Switches switches)
    {
        var answer = new JsonObject
        {
            ["access_token"] = token.Value,
            ["user_id"] = switches.UserIdAsNumber ? long.Parse(token.Account.UserId, CultureInfo.InvariantCulture) : token.Account.UserId,
            ["permissions"] = switches.PermissionsAsArray
                ? new JsonArray([.. token.Scopes.Select(scope => (JsonNode)scope)])
                : string.Join(',', token.Scopes),
        };
        return switches.TokenAnswer == "flat" ? answer : new JsonObject { ["data"] = new JsonArray(answer) };
    }
}
