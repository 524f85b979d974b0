using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Access;

/// <summary>Lets a signed-in request pass only while its session lives. A token without a session, such as a service's, never passes.</summary>
internal sealed class SessionMiddleware(RequestDelegate next, SessionGuard sessions, ApiKeyTokens keys)
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
        return check.IsCompletedSuccessfully ? ContinueAsync(context, session, check.Result) : AwaitAsync(context, session, check);
    }

    private async Task AwaitAsync(HttpContext context, Guid session, ValueTask<SessionState> check) => await ContinueAsync(context, session, await check);

    private Task ContinueAsync(HttpContext context, Guid session, SessionState state) => state switch
    {
        SessionState.Alive => next(context),
        SessionState.Ended when context.Features.Get<PresentedKey>() is { Renewed: false } key => RenewAsync(context, session, key),
        SessionState.Stale => BearerEvents.AnswerAsync(context, new SecurityTokenExpiredException("The token was replaced.")),
        SessionState.Ended => BearerEvents.AnswerAsync(context, new InvalidOperationException("The session has ended.")),
        _ => ProblemWriter.WriteAsync(
            context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable,
            "Sessions cannot be checked at the moment.", retryAfter: TimeSpan.FromSeconds(2)),
    };

    /// <summary>A key without its mark was revoked, or Redis has lost the mark: identity says which, and sets it again.</summary>
    private async Task RenewAsync(HttpContext context, Guid session, PresentedKey key)
    {
        key.Renewed = true;
        var reply = await keys.AskAsync(key.Hash).WaitAsync(context.RequestAborted);
        if (reply.Token is not { } token)
        {
            await (reply.Known ? ApiKeyAnswers.RefusedAsync(context) : ApiKeyAnswers.AwayAsync(context));
            return;
        }

        ApiKeyHeaders.Put(context.Request, token);
        await ContinueAsync(context, session, await sessions.CheckAsync(session, int.MaxValue, context.RequestAborted));
    }
}
