using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class RoleProblems
{
    public static ProblemHttpResult NameTaken() => Problems.Conflict("ROLE_002", "The workspace has a role of this name already.");

    public static ProblemHttpResult InUse() => Problems.Conflict(
        "ROLE_003", "Members or open invitations have this role. Give them another one first.");

    public static ProblemHttpResult TooMany(int limit) => Problems.Conflict("ROLE_004", $"A workspace can have {limit} roles of its own at most.");

    public static ProblemHttpResult BuiltIn() => Problems.Conflict("ROLE_005", "Built-in roles cannot be changed; make a role of your own.");
}
