using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>How workspaces, their members, roles and invitations say no.</summary>
internal static class WorkspaceProblems
{
    public static ProblemHttpResult NotFound() => Problems.NotFound(
        "WORKSPACE_001", "There is no such workspace here. To work in another of your workspaces, switch to it first: /api/v1/workspaces/{id}/switch.");

    public static ProblemHttpResult OnlyWorkspace() => Problems.Conflict(
        "WORKSPACE_002", "This is your only workspace. Create another one first, or delete your account instead.");

    public static ProblemHttpResult LastOwner() => Problems.Conflict(
        "WORKSPACE_003", "The workspace would be without an owner. Make another member an owner first.");

    public static ProblemHttpResult MemberNotFound() => Problems.NotFound("MEMBER_001", "There is no such member in this workspace.");

    /// <summary>Nobody gives, takes or changes rights beyond their own.</summary>
    public static ProblemHttpResult BeyondOwnRights() => Problems.Forbidden(
        ErrorCodes.Forbidden, "That reaches beyond your own rights in this workspace. Ask somebody who holds them.");

    public static ProblemHttpResult RoleNotFound() => Problems.NotFound("ROLE_001", "There is no such role in this workspace.");

    public static ProblemHttpResult UnknownRole() => Invalid("role", "must be a built-in role (owner, admin, manager, agent, viewer) or the id of a custom role");

    public static ProblemHttpResult OwnerIsNeverConfined() => Invalid("accountIds", "cannot confine an owner; leave it out");

    public static ProblemHttpResult Invalid(string field, string message) =>
        Problems.BadRequest(ErrorCodes.Validation, "The request is not valid.", new FieldError(field, message));
}
