using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Publisher.Features.Posts;

internal static class CancelPost
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/{id:guid}/cancel", HandleAsync).WithName(nameof(CancelPost)).WithSummary("Cancel a scheduled post")
            .RequirePermission(Permissions.PostsManage)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<PostResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, PublisherDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The row decides the race with the due-post worker: whoever changes it from scheduled first has won.
        var posts = db.ScheduledPosts.Within(workspace.Accounts, p => p.AccountId);
        var cancelled = await posts
            .Where(p => p.Id == id && p.WorkspaceId == workspace.Id && p.Status == PostStatus.Scheduled)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, PostStatus.Cancelled).SetProperty(p => p.UpdatedAt, now), ct);

        var post = await posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.WorkspaceId == workspace.Id, ct);
        if (post is null) return Problems.NotFound("POST_001", "Post not found");
        if (cancelled == 0) return Problems.Conflict("POST_004", $"The post is {PostStatusNames.Of(post.Status)} and cannot be cancelled");
        audit.Add("post.cancelled", AuditTarget.Of("post", id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(PostResponse.From(post));
    }
}
