using Microsoft.AspNetCore.Authorization;
using SocialSelling.Gateway.Headers;
using SocialSelling.Gateway.Limits;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Gateway.Access;

/// <summary>Exchanges an API key for an access token before the request is authenticated: behind this point a key is like any other token.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, ApiKeyTokens tokens, RateLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ApiKeyHeaders.Take(context.Request, out var ambiguous) is not { } key)
        {
            return next(context);
        }

        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        return ambiguous ? ApiKeyAnswers.AmbiguousAsync(context) : ExchangeAsync(context, key);
    }

    private Task ExchangeAsync(HttpContext context, string key)
    {
        var wellFormed = ApiKeyText.IsWellFormed(key);
        var presented = new PresentedKey(ApiKeyText.Hash(key));
        if (wellFormed && tokens.Find(presented.Hash) is { Token: { } token })
        {
            return ContinueAsync(context, presented, token);
        }

        // Whoever tries keys is counted by address, before identity is bothered.
        var decision = limiter.TakeUnknown(context);
        if (context.Features.Get<AnswerHeaders>() is { } headers)
        {
            headers.Rate = decision;
        }

        return !decision.Allowed ? RateLimitMiddleware.RefuseAsync(context, decision)
            : wellFormed ? AskAsync(context, presented)
            : ApiKeyAnswers.RefusedAsync(context);
    }

    private async Task AskAsync(HttpContext context, PresentedKey presented)
    {
        var reply = tokens.Find(presented.Hash) ?? await tokens.AskAsync(presented.Hash).WaitAsync(context.RequestAborted);
        await (reply switch
        {
            { Token: { } token } => ContinueAsync(context, presented, token),
            { Known: true } => ApiKeyAnswers.RefusedAsync(context),
            _ => ApiKeyAnswers.AwayAsync(context),
        });
    }

    private Task ContinueAsync(HttpContext context, PresentedKey presented, string token)
    {
        ApiKeyHeaders.Put(context.Request, token);
        context.Features.Set(presented);
        return next(context);
    }
}
