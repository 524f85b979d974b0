using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Idempotency;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class CreateRole
{
    // More than anybody can tell apart; keeps the list on one page.
    private const int MaxRoles = 50;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/", HandleAsync).WithName(nameof(CreateRole)).RequireUserSession()
        .RequirePermission(Permissions.RolesManage).WithIdempotency<IdentityDbContext>()
        .WithSummary("Makes a role of permissions that the caller holds.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<RoleResponse>, ProblemHttpResult>> HandleAsync(
        RoleRequest request, MemberRights rights, IdentityDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.RolesManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        var permissions = request.Distinct();
        if (!caller.Covers(permissions, caller.AccountIds))
        {
            return WorkspaceProblems.BeyondOwnRights();
        }

        if (await db.IsNameTakenAsync(workspace.Id, request.Name, null, ct))
        {
            return RoleProblems.NameTaken();
        }

        if (await db.CustomRoles.CountAsync(role => role.WorkspaceId == workspace.Id, ct) >= MaxRoles)
        {
            return RoleProblems.TooMany(MaxRoles);
        }

        var role = CustomRole.Create(workspace.Id, request.Name, request.Description, permissions, clock.GetUtcNow());
        db.Add(role);
        audit.Add("role.created", AuditTarget.Of("role", role.Id), null, new { role.Permissions });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/workspaces/{workspace.Id}/roles/{role.Id}", RoleResponse.From(role, 0));
    }
}
