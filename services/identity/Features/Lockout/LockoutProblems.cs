using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Lockout;

internal static class LockoutProblems
{
    public static ProblemHttpResult Locked(TimeSpan wait) => Problems.Forbidden(
        AuthErrors.AccountLocked,
        "Too many wrong passwords. Wait as long as Retry-After says, log in from a device that you have used before, or choose a new password by mail.",
        wait);
}
