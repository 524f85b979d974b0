using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class UpdateRole
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("/{roleId}", HandleAsync).WithName(nameof(UpdateRole)).RequireUserSession()
        .RequirePermission(Permissions.RolesManage)
        .WithSummary("Replaces a custom role's name, description and permissions; those who have it get their new rights at once.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<RoleResponse>, ProblemHttpResult>> HandleAsync(
        string roleId, RoleRequest request, MemberRights rights, IdentityDbContext db, SessionService sessions, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
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

        var permissions = request.Distinct();
        if (!caller.Covers(permissions.Concat(role.Permissions), caller.AccountIds))
        {
            return WorkspaceProblems.BeyondOwnRights();
        }

        if (await db.IsNameTakenAsync(workspace.Id, request.Name, role.Id, ct))
        {
            return RoleProblems.NameTaken();
        }

        audit.Add("role.updated", AuditTarget.Of("role", role.Id), new { role.Permissions }, new { permissions });
        role.Change(request.Name, request.Description, permissions, clock.GetUtcNow());
        var holders = await db.HoldersAsync(role, ct);
        await sessions.SaveAndRenewTokensAsync(holders, ct, work.Own);
        return TypedResults.Ok(RoleResponse.From(role, holders.Count));
    }
}
