using SocialSelling.Gateway.Headers;
using SocialSelling.Gateway.Routing;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Limits;

internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter, CredentialLimiter credentials)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteKindMetadata>() is { Kind: var kind } && credentials.Guards(kind)
            ? GuardAsync(context, kind)
            : Note(context, limiter.Take(context)) is { Allowed: false } refusal ? RefuseAsync(context, refusal) : next(context);

    public static Task RefuseAsync(HttpContext context, RateDecision decision) => ProblemWriter.WriteAsync(
        context,
        StatusCodes.Status429TooManyRequests,
        ErrorCodes.RateLimited,
        $"Too many requests; try again in {decision.RetryAfterSeconds} s.",
        retryAfter: TimeSpan.FromSeconds(decision.RetryAfterSeconds));

    private static RateDecision Note(HttpContext context, RateDecision decision)
    {
        if (context.Features.Get<AnswerHeaders>() is { } headers)
        {
            headers.Rate = decision;
        }

        return decision;
    }

    private async Task GuardAsync(HttpContext context, RouteKind kind)
    {
        var body = await CredentialBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is { } status)
        {
            Note(context, limiter.TakeUnknown(context));
            await ProblemWriter.WriteAsync(context, status, StatusProblems.CodeOf(status), CredentialBody.Complaint(status));
            return;
        }

        var attempt = credentials.Describe(context, kind, body.Email);
        var decision = Note(context, await credentials.TakeAsync(attempt, context.RequestAborted));
        if (!decision.Allowed)
        {
            await RefuseAsync(context, decision);
            return;
        }

        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            await credentials.RememberAsync(attempt);
        }
    }
}
