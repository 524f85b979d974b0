using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class DeleteRole
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{roleId}", HandleAsync).WithName(nameof(DeleteRole)).RequireUserSession()
        .RequirePermission(Permissions.RolesManage).WithSummary("Deletes a custom role that nobody has.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string roleId, MemberRights rights, IdentityDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (RoleRef.Parse(roleId) is not { Id: { } id })
        {
            return RoleRef.Parse(roleId) is null ? WorkspaceProblems.RoleNotFound() : RoleProblems.BuiltIn();
        }

        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.RolesManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        if (await db.CustomRoles.SingleOrDefaultAsync(role => role.Id == id && role.WorkspaceId == workspace.Id, ct) is not { } role)
        {
            return WorkspaceProblems.RoleNotFound();
        }

        if (!caller.Covers(role.Permissions, caller.AccountIds))
        {
            return WorkspaceProblems.BeyondOwnRights();
        }

        var now = clock.GetUtcNow();
        if ((await db.HoldersAsync(role, ct)).Count > 0 || await db.Invitations.AnyAsync(
            invitation => invitation.RoleId == id && invitation.AcceptedAt == null && invitation.RevokedAt == null && invitation.ExpiresAt > now, ct))
        {
            return RoleProblems.InUse();
        }

        db.Remove(role);
        audit.Add("role.deleted", AuditTarget.Of("role", role.Id), new { role.Permissions });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
