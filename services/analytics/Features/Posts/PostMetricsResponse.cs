using SocialSelling.Analytics.Domain;

namespace SocialSelling.Analytics.Features.Posts;

/// <summary>The lifetime figures of a post; null where Meta gave none.</summary>
/// <param name="Reach">People reached.</param>
/// <param name="Views">Views.</param>
/// <param name="Interactions">Interactions of all kinds.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Saved">How often it was saved.</param>
/// <param name="CollectedAt">When they were last collected, UTC.</param>
public sealed record PostMetricsResponse(
    long? Reach, long? Views, long? Interactions, long? Likes, long? Comments, long? Shares, long? Saved, DateTimeOffset CollectedAt)
{
    internal static PostMetricsResponse? From(PostMetrics? metrics) => metrics is null
        ? null
        : new PostMetricsResponse(
            metrics.Reach, metrics.Views, metrics.Interactions, metrics.Likes, metrics.Comments, metrics.Shares, metrics.Saved, metrics.CollectedAt);
}
