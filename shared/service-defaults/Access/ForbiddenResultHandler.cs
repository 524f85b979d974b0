using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>403 in the suite's form; all else as the framework does it.</summary>
internal sealed class ForbiddenResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler inner = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden
            ? ProblemWriter.WriteAsync(
                context, StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, ReasonOf(authorizeResult))
            : inner.HandleAsync(next, context, policy, authorizeResult);

    private static string ReasonOf(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailureReasons.FirstOrDefault()?.Message ?? StatusProblems.MessageOf(StatusCodes.Status403Forbidden);
}
