using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Members;

/// <summary>
/// What the caller may do to members, as the database has it once the workspace is locked: the token may have been issued before a change
/// that came in just now.
/// </summary>
internal sealed class MemberRights(IdentityDbContext db, CurrentWorkspace current, CurrentUser user)
{
    /// <summary>Locks the workspace; null when it is gone, or the caller no longer may what the endpoint asks for.</summary>
    public async Task<(Workspace Workspace, MemberAccess Caller)?> LockAsync(string permission, CancellationToken ct) =>
        await db.LockWorkspaceAsync(current.Id, ct) is { } workspace
            && await db.FindAccessAsync(current.Id, user.Id, ct) is { } caller && caller.May(permission)
                ? (workspace, caller)
                : null;

    /// <summary>Whether the caller may give somebody this role and these accounts.</summary>
    public async Task<(RoleRef Role, CustomRole? Custom, ProblemHttpResult? Problem)> ResolveAsync(
        MemberAccess caller, string key, Guid[]? accountIds, CancellationToken ct)
    {
        if (RoleRef.Parse(key) is not { } role)
        {
            return (default, null, WorkspaceProblems.UnknownRole());
        }

        var custom = role.Id is { } id
            ? await db.CustomRoles.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.WorkspaceId == current.Id, ct)
            : null;
        if (role.Id is not null && custom is null)
        {
            return (default, null, WorkspaceProblems.UnknownRole());
        }

        var problem = role.Name == Roles.Owner && accountIds is not null ? WorkspaceProblems.OwnerIsNeverConfined()
            : caller.Covers(custom?.Permissions ?? Roles.PermissionsOf(role.Name), accountIds) ? null
            : WorkspaceProblems.BeyondOwnRights();
        return (role, custom, problem);
    }
}
