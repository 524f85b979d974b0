using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Tokens;

internal static class TokenProblems
{
    /// <summary>Which of the reasons it is, the caller need not know.</summary>
    public static ProblemHttpResult Worthless() =>
        Problems.BadRequest(AuthErrors.LinkWorthless, "This link is not valid, was used already, or has expired. Ask for a new one.");
}
