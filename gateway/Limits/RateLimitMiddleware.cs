using SocialSelling.Gateway.Headers;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Limits;

internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        var decision = limiter.Take(context);
        if (context.Features.Get<AnswerHeaders>() is { } headers)
        {
            headers.Rate = decision;
        }

        return decision.Allowed
            ? next(context)
            : ProblemWriter.WriteAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                ErrorCodes.RateLimited,
                "Too many requests; slow down.",
                retryAfter: TimeSpan.FromSeconds(decision.RetryAfterSeconds));
    }
}
