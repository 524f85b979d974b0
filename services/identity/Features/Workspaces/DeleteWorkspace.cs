using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.ApiKeys;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class DeleteWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/", HandleAsync).WithName(nameof(DeleteWorkspace)).RequireUserSession()
        .RequirePermission(Permissions.WorkspacesDelete).RequireRecentLogin()
        .WithSummary("Closes the workspace for everybody at once; its data is erased after a period of grace, until then an owner can restore it.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        CurrentWorkspace current, CurrentUser user, IdentityDbContext db, SessionService sessions, ApiKeyMarks keys, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockWorkspaceAsync(current.Id, ct) is not { } workspace
            || await db.FindAccessAsync(current.Id, user.Id, ct) is not { } access || !access.May(Permissions.WorkspacesDelete))
        {
            return WorkspaceProblems.NotFound();
        }

        if (!await WorkspaceRow.Of(db, user.Id).AnyAsync(row => row.Workspace.Id != current.Id && row.Workspace.DeletedAt == null, ct))
        {
            return WorkspaceProblems.OnlyWorkspace();
        }

        workspace.Delete(clock.GetUtcNow());
        audit.Add("workspace.deleted", AuditTarget.Of("workspace", current.Id));
        await sessions.SaveAndRenewTokensAsync(await db.MembersOfAsync(current.Id, ct), ct, work.Own);
        await keys.DropAllAsync(current.Id, ct);
        return TypedResults.NoContent();
    }
}
