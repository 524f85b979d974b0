using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>Who is to own the workspace.</summary>
/// <param name="UserId">A member.</param>
public sealed record TransferRequest([property: Required] Guid? UserId);

internal static class TransferWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/transfer", HandleAsync).WithName(nameof(TransferWorkspace)).RequireUserSession()
        .RequirePermission(Permissions.WorkspacesTransfer).RequireRecentLogin()
        .WithSummary("Makes a member the owner, on whose plan the workspace lives from then on; the caller becomes an admin.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<Ok<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        TransferRequest request, CurrentWorkspace current, CurrentUser user, IdentityDbContext db, SessionService sessions, PlanGuard plans,
        AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var (from, to) = (user.Id, request.UserId!.Value);
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockWorkspaceAsync(current.Id, ct) is not { } workspace
            || await FindAsync(db, current.Id, from, ct) is not { Role: Roles.Owner } giver)
        {
            return WorkspaceProblems.NotFound();
        }

        if (from == to)
        {
            return WorkspaceProblems.Invalid("userId", "must be another member");
        }

        if (await FindAsync(db, current.Id, to, ct) is not { } taker)
        {
            return WorkspaceProblems.MemberNotFound();
        }

        var owner = await db.Users.AsNoTracking().SingleAsync(owner => owner.Id == to, ct);
        if (workspace.OwnerId != to && await plans.CheckOwnedAsync(db, owner, ct) is { } full)
        {
            return full;
        }

        giver.Become(RoleRef.BuiltIn(Roles.Admin));
        taker.Become(RoleRef.BuiltIn(Roles.Owner));
        taker.Confine(null);
        audit.Add("workspace.ownership_transferred", AuditTarget.Of("workspace", current.Id), new { ownerId = workspace.OwnerId }, new { ownerId = to });
        workspace.HandTo(to, clock.GetUtcNow());
        await sessions.SaveAndRenewTokensAsync(await db.MembersOfAsync(current.Id, ct), ct, work.Own);
        return TypedResults.Ok(WorkspaceResponse.From(workspace, giver.RoleRef, null, owner.SubscriptionTier));
    }

    private static Task<WorkspaceMember?> FindAsync(IdentityDbContext db, Guid workspaceId, Guid userId, CancellationToken ct) =>
        db.WorkspaceMembers.SingleOrDefaultAsync(member => member.WorkspaceId == workspaceId && member.UserId == userId, ct);
}
