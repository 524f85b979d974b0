using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Admin;

internal static class AdminProblems
{
    public const string UnknownUser = "USER_001";
    public const string Oneself = "ADMIN_001";
    public const string LastAdmin = "ADMIN_002";

    public static ProblemHttpResult NotFound() => Problems.NotFound(UnknownUser, "There is no such user.");

    public static ProblemHttpResult NotOneself() =>
        Problems.Conflict(Oneself, "Nobody shuts themselves out: another administrator of the platform must do it.");

    public static ProblemHttpResult TheLastOne() =>
        Problems.Conflict(LastAdmin, "This is the last administrator of the platform: make another user one first.");
}
