using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Analytics.Features.Posts;

/// <summary>A tracked post and its newest figures, where there are any.</summary>
internal sealed class PostWithMetrics
{
    public required TrackedPost Post { get; init; }

    public PostMetrics? Metrics { get; init; }

    public static IQueryable<PostWithMetrics> Of(AnalyticsDbContext db, CurrentWorkspace workspace) =>
        from post in db.TrackedPosts.AsNoTracking().Within(workspace.Accounts, post => post.AccountId)
        where post.WorkspaceId == workspace.Id
        join metrics in db.PostMetrics.AsNoTracking()
            on new { post.AccountId, Media = post.PlatformMediaId } equals new { metrics.AccountId, Media = (string?)metrics.PlatformMediaId } into found
        from metrics in found.DefaultIfEmpty()
        select new PostWithMetrics { Post = post, Metrics = metrics };
}
