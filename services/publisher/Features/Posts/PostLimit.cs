using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Publisher.Features.Posts;

/// <summary>How many posts a plan lets a workspace create in a calendar month (UTC); a cancelled one gives its place back.</summary>
internal static class PostLimit
{
    public static Task<ProblemHttpResult?> CheckPostsAsync(
        this PlanGuard plans, PublisherDbContext db, CurrentWorkspace workspace, DateTimeOffset now, CancellationToken ct) =>
        plans.CheckAsync(PlanLimit.Posts, workspace.Plan, workspace.Id, c => db.CountPostsAsync(workspace.Id, now, c), ct);

    public static Task<int> CountPostsAsync(this PublisherDbContext db, Guid workspaceId, DateTimeOffset now, CancellationToken ct)
    {
        var since = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return db.ScheduledPosts.CountAsync(
            post => post.WorkspaceId == workspaceId && post.CreatedAt >= since && post.Status != PostStatus.Cancelled, ct);
    }
}
