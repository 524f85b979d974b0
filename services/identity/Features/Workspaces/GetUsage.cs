using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>What the workspace's plan allows, and how much of it is used.</summary>
/// <param name="Plan">The owner's subscription tier.</param>
/// <param name="Members">Members, and invitations that wait.</param>
/// <param name="Workspaces">Workspaces of the owner.</param>
/// <param name="Accounts">Connected accounts; counted at <c>/api/v1/accounts/usage</c>.</param>
/// <param name="PostsPerMonth">Posts of this month; counted at <c>/api/v1/posts/usage</c>.</param>
public sealed record UsageResponse(string Plan, PlanUsage Members, PlanUsage Workspaces, PlanUsage Accounts, PlanUsage PostsPerMonth);

internal static class GetUsage
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/usage", HandleAsync).WithName(nameof(GetUsage))
        .RequirePermission(Permissions.WorkspacesRead).WithSummary("The limits of the workspace's plan and what is used of them.");

    internal static async Task<Results<Ok<UsageResponse>, ProblemHttpResult>> HandleAsync(
        CurrentWorkspace current, IdentityDbContext db, PlanGuard plans, TimeProvider clock, CancellationToken ct)
    {
        var owner = await db.Workspaces.Where(workspace => workspace.Id == current.Id && workspace.DeletedAt == null)
            .Join(db.Users, workspace => workspace.OwnerId, user => user.Id, (_, user) => user).AsNoTracking().SingleOrDefaultAsync(ct);
        if (owner is null)
        {
            return WorkspaceProblems.NotFound();
        }

        var plan = owner.SubscriptionTier.ToString().ToUpperInvariant();
        var members = await db.CountMembersAsync(current.Id, ct) + await db.CountPendingAsync(current.Id, clock.GetUtcNow(), ct);
        return TypedResults.Ok(new UsageResponse(
            plan,
            new(members, plans.LimitOf(PlanLimit.Members, plan)),
            new(await db.CountOwnedAsync(owner.Id, ct), plans.LimitOf(PlanLimit.Workspaces, plan)),
            new(null, plans.LimitOf(PlanLimit.Accounts, plan)),
            new(null, plans.LimitOf(PlanLimit.Posts, plan))));
    }
}
