using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Members;

internal static class RemoveMember
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{userId:guid}", HandleAsync).WithName(nameof(RemoveMember))
        .RequireUserSession().RequirePermission(Permissions.MembersManage)
        .WithSummary("Ends a membership at once. The user's sessions go on in another workspace of theirs.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid userId, MemberRights rights, IdentityDbContext db, SessionService sessions, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.MembersManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        var member = await db.WorkspaceMembers.SingleOrDefaultAsync(member => member.WorkspaceId == workspace.Id && member.UserId == userId, ct);
        if (member is null || await db.FindAccessAsync(workspace.Id, userId, ct) is not { } access)
        {
            return WorkspaceProblems.MemberNotFound();
        }

        if (!caller.Covers(access))
        {
            return WorkspaceProblems.BeyondOwnRights();
        }

        var owner = workspace.OwnerId;
        if (member.Role == Roles.Owner && !await db.TryLetGoAsync(workspace, userId, clock.GetUtcNow(), ct))
        {
            return WorkspaceProblems.LastOwner();
        }

        db.Remove(member);
        audit.Add("member.removed", AuditTarget.Of("member", userId), new { role = member.RoleRef.Key });
        await sessions.SaveAndRenewTokensAsync(
            owner == workspace.OwnerId ? [userId] : await db.MembersOfAsync(workspace.Id, ct), ct, work.Own);
        return TypedResults.NoContent();
    }
}
