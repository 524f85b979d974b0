using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Deletion;

internal static class DeletionProblems
{
    public static ProblemHttpResult RestoreRefused() => Problems.BadRequest(
        "USER_005", "There is nothing to restore: the account is not deleted or erased already, or the link is used, too old or not whole.");

    /// <summary>Only for whoever knows the password.</summary>
    public static ProblemHttpResult Closed() => Problems.Forbidden(
        "USER_006", "This account is deleted. Until it is erased, the link in our mail, or your address and password at /api/v1/auth/restore, brings it back.");
}
