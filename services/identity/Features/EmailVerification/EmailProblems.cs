using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.EmailVerification;

internal static class EmailProblems
{
    public static ProblemHttpResult Taken() => Problems.Conflict(AuthErrors.EmailExists, "An account with this e-mail address exists.");
}
