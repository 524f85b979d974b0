using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class LeaveWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{workspaceId:guid}/leave", HandleAsync).WithName(nameof(LeaveWorkspace))
        .RequireUserSession()
        .WithSummary("Ends the user's membership. Sessions there go on in another workspace at their next refresh; who has none left gets a new one.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid workspaceId, CurrentUser user, IdentityDbContext db, SessionService sessions, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        var workspace = await db.LockWorkspaceAsync(workspaceId, ct);
        var member = await db.WorkspaceMembers.SingleOrDefaultAsync(member => member.WorkspaceId == workspaceId && member.UserId == user.Id, ct);
        if (workspace is null || member is null)
        {
            return WorkspaceProblems.NotFound();
        }

        var owner = workspace.OwnerId;
        if (member.Role == Roles.Owner && !await db.TryLetGoAsync(workspace, user.Id, clock.GetUtcNow(), ct))
        {
            return WorkspaceProblems.LastOwner();
        }

        db.Remove(member);
        audit.Add("member.left", AuditTarget.Of("member", user.Id), AuditActors.User(user.Id), workspaceId, new { role = member.RoleRef.Key });
        IReadOnlyCollection<Guid> concerned = owner == workspace.OwnerId ? [user.Id] : await db.MembersOfAsync(workspaceId, ct);
        await sessions.SaveAndRenewTokensAsync(concerned, ct, work.Own);
        return TypedResults.NoContent();
    }
}
