using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Publisher.Features.Posts;

internal static class GetPostUsage
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/usage", HandleAsync).WithName(nameof(GetPostUsage)).RequirePermission(Permissions.PostsRead)
            .WithSummary("Posts of this calendar month (UTC), and how many the plan allows");

    internal static async Task<Ok<PlanUsage>> HandleAsync(
        CurrentWorkspace workspace, PublisherDbContext db, PlanGuard plans, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(new PlanUsage(await db.CountPostsAsync(workspace.Id, clock.GetUtcNow(), ct), plans.LimitOf(PlanLimit.Posts, workspace.Plan)));
}
