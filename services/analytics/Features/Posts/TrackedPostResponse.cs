using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Features.Posts;

/// <summary>A post whose publishing has ended, with its figures.</summary>
/// <param name="PostId">Publisher's id of the post.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="Status"><c>published</c> or <c>failed</c>.</param>
/// <param name="PublishedAt">When it went live, UTC; null when it failed.</param>
/// <param name="FailedAt">When it was given up, UTC; null when it is live.</param>
/// <param name="PlatformPostId">Meta's id of the live post.</param>
/// <param name="Permalink">Address of the live post.</param>
/// <param name="Caption">The text below the picture.</param>
/// <param name="ErrorCode">Why it failed: the suite's error code.</param>
/// <param name="ErrorReason">Why it failed: a sentence.</param>
/// <param name="Metrics">The newest figures, or null before the first collection.</param>
public sealed record TrackedPostResponse(
    Guid PostId, Guid AccountId, string Status, DateTimeOffset? PublishedAt, DateTimeOffset? FailedAt, string? PlatformPostId, string? Permalink,
    string? Caption, string? ErrorCode, string? ErrorReason, PostMetricsResponse? Metrics)
{
    internal static TrackedPostResponse From(PostWithMetrics row)
    {
        var post = row.Post;
        var live = post.Outcome == PostOutcome.Published;
        return new TrackedPostResponse(
            post.Id, post.AccountId, live ? "published" : "failed", live ? post.EndedAt : null, live ? null : post.EndedAt, post.PlatformMediaId,
            post.Permalink, post.Caption, post.ErrorCode, post.ErrorReason, PostMetricsResponse.From(row.Metrics));
    }
}
