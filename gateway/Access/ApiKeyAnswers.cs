using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Gateway.Access;

internal static class ApiKeyAnswers
{
    public static Task RefusedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return ProblemWriter.WriteAsync(
            context, StatusCodes.Status401Unauthorized, ErrorCodes.TokenInvalid,
            "The API key is not known, or was revoked, or has expired: make a new one in the workspace's settings.");
    }

    public static Task AwayAsync(HttpContext context) => ProblemWriter.WriteAsync(
        context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable,
        "API keys cannot be checked at the moment.", retryAfter: TimeSpan.FromSeconds(2));

    public static Task AmbiguousAsync(HttpContext context) => ProblemWriter.WriteAsync(
        context, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest,
        $"Send one credential: either Authorization or one {ApiKeyHeaders.Header} header.");
}
