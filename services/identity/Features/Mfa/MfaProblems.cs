using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

internal static class MfaProblems
{
    public static ProblemHttpResult WrongCode() =>
        Problems.Unauthorized(MfaErrors.WrongCode, "The code is wrong or was used already: take the next one, or a recovery code.");

    public static ProblemHttpResult TooManyGuesses(TimeSpan wait) => Problems.TooManyRequests(
        ErrorCodes.RateLimited, "Too many wrong codes; a recovery code still works, codes of the app do again later.", wait);

    public static ProblemHttpResult LoginGone() => Problems.Unauthorized(
        MfaErrors.LoginGone, "This login has waited too long, has had too many wrong codes, or is done: log in with the password again.");
}
