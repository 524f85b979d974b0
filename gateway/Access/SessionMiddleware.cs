using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Access;

/// <summary>Lets a signed-in request pass only while its session lives. A token without a session, such as a service's, never passes.</summary>
internal sealed class SessionMiddleware(RequestDelegate next, SessionGuard sessions)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        if (!Guid.TryParse(context.User.FindFirst(TokenClaims.SessionId)?.Value, out var session))
        {
            return BearerEvents.AnswerAsync(context, new InvalidOperationException("The token has no session."));
        }

        // A token from before versions counts as older than all.
        _ = int.TryParse(context.User.FindFirst(TokenClaims.TokenVersion)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var check = sessions.CheckAsync(session, version, context.RequestAborted);
        return check.IsCompletedSuccessfully ? ContinueAsync(context, check.Result) : AwaitAsync(context, check);
    }

    private async Task AwaitAsync(HttpContext context, ValueTask<SessionState> check) => await ContinueAsync(context, await check);

    private Task ContinueAsync(HttpContext context, SessionState state) => state switch
    {
        SessionState.Alive => next(context),
        SessionState.Stale => BearerEvents.AnswerAsync(context, new SecurityTokenExpiredException("The token was replaced.")),
        SessionState.Ended => BearerEvents.AnswerAsync(context, new InvalidOperationException("The session has ended.")),
        _ => ProblemWriter.WriteAsync(
            context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable,
            "Sessions cannot be checked at the moment.", retryAfter: TimeSpan.FromSeconds(2)),
    };
}
