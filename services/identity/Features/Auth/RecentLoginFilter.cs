using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Step-up: before something sensitive the user must have proved lately who they are, at the login or at <c>/auth/step-up</c>.</summary>
internal sealed class RecentLoginFilter(IdentityDbContext db, CurrentUser user, IOptions<SessionLifetimeOptions> options, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        return await IsRecentAsync(context.HttpContext.RequestAborted)
            ? await next(context)
            : Problems.Forbidden(AuthErrors.StepUpRequired, "Confirm that it is you at /api/v1/auth/step-up, then try again.");
    }

    // A password or a remembered device is no second factor: with MFA on, one must have been given.
    private Task<bool> IsRecentAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - options.Value.RecentLogin;
        return (
            from session in db.Sessions
            join owner in db.Users on session.UserId equals owner.Id
            where session.Id == user.SessionId && session.AuthenticatedAt > since && (!owner.MfaEnabled || session.SecondFactorAt > since)
            select session).AnyAsync(ct);
    }
}
