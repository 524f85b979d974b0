using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>403 in the suite's form, noted for the audit log; all else as the framework does it.</summary>
internal sealed class ForbiddenResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler inner = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden ? RefuseAsync(context, authorizeResult) : inner.HandleAsync(next, context, policy, authorizeResult);

    private static Task RefuseAsync(HttpContext context, PolicyAuthorizationResult result)
    {
        context.RequestServices.GetService<DeniedAccess>()?.Note(context, result.AuthorizationFailure);
        return ProblemWriter.WriteAsync(context, StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, ReasonOf(result));
    }

    private static string ReasonOf(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailureReasons.FirstOrDefault()?.Message ?? StatusProblems.MessageOf(StatusCodes.Status403Forbidden);
}
