using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class RestoreWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{workspaceId:guid}/restore", HandleAsync).WithName(nameof(RestoreWorkspace))
        .RequireUserSession().WithSummary("Takes back the deletion of a workspace, by one of its owners and before its data is erased.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        Guid workspaceId, CurrentUser user, IdentityDbContext db, PlanGuard plans, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockDeletedWorkspaceAsync(workspaceId, ct) is null
            || await WorkspaceRow.Of(db, user.Id).SingleOrDefaultAsync(row => row.Workspace.Id == workspaceId && row.Member.Role == Roles.Owner, ct) is not { } row
            || await db.Erasures.AnyAsync(erasure => erasure.Scope == ErasureScope.Workspace && erasure.SubjectId == workspaceId, ct))
        {
            return WorkspaceProblems.NotFound();
        }

        var owner = await db.Users.AsNoTracking().SingleAsync(owner => owner.Id == row.Workspace.OwnerId, ct);
        if (await plans.CheckOwnedAsync(db, owner, ct) is { } full)
        {
            return full;
        }

        row.Workspace.Restore(clock.GetUtcNow());
        audit.Add("workspace.restored", AuditTarget.Of("workspace", workspaceId), AuditActors.User(user.Id), workspaceId);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Ok(row.ToResponse());
    }
}
