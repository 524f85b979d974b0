using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Access;

internal static class BearerEvents
{
    private static readonly PathString Hubs = "/hubs";

    /// <summary>A browser cannot put a header on a WebSocket: hubs take the token from the query.</summary>
    public static Task ReadQueryToken(MessageReceivedContext context)
    {
        if (context.Request.Path.StartsWithSegments(Hubs, StringComparison.Ordinal)
            && context.Request.Query.TryGetValue("access_token", out var token))
        {
            context.Token = token;
        }

        return Task.CompletedTask;
    }

    /// <summary>Keys that cannot be fetched are our trouble, not the caller's: no exception, and a 503 instead of a 401.</summary>
    public static Task NoteFailure(AuthenticationFailedContext context)
    {
        if (context.Exception is not SecurityTokenException and not ArgumentException)
        {
            context.Fail(new AuthorityUnavailableException(context.Exception));
        }

        return Task.CompletedTask;
    }

    public static Task AnswerAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return AnswerAsync(context.HttpContext, context.AuthenticateFailure);
    }

    public static Task AnswerAsync(HttpContext context, Exception? failure)
    {
        switch (failure)
        {
            case AuthorityUnavailableException:
                return ProblemWriter.WriteAsync(
                    context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable,
                    "Access tokens cannot be checked at the moment.", retryAfter: TimeSpan.FromSeconds(2));
            case SecurityTokenExpiredException:
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\", error_description=\"The token has expired\"";
                return Unauthorized(context, ErrorCodes.TokenExpired, "The access token has expired.");
            case null:
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Unauthorized(context, ErrorCodes.TokenInvalid, "A valid access token is required.");
            default:
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return Unauthorized(context, ErrorCodes.TokenInvalid, "The access token is not valid.");
        }
    }

    private static Task Unauthorized(HttpContext context, string code, string message) =>
        ProblemWriter.WriteAsync(context, StatusCodes.Status401Unauthorized, code, message);
}
