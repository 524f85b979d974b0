using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Data;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features.Posts;

/// <summary>A post with the course of its figures.</summary>
/// <param name="Post">The post with its newest figures.</param>
/// <param name="History">The lifetime figures at the last collection of each UTC day, oldest first.</param>
public sealed record PostHistoryResponse(TrackedPostResponse Post, IReadOnlyList<PostMetricsDayResponse> History);

/// <summary>The lifetime figures as they stood on a day.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Metrics">The figures by Meta's names; what Meta left out is absent.</param>
public sealed record PostMetricsDayResponse(DateOnly Day, IReadOnlyDictionary<string, long> Metrics);

internal static class GetPostMetrics
{
    private const int HistoryDays = 366;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/posts/{id:guid}", HandleAsync).WithName(nameof(GetPostMetrics)).WithSummary("One post with its figures and their history")
            .RequirePermission(Permissions.AnalyticsRead).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<PostHistoryResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, AnalyticsDbContext db, CancellationToken ct)
    {
        var row = await PostWithMetrics.Of(db, workspace).SingleOrDefaultAsync(candidate => candidate.Post.Id == id, ct);
        if (row is null) return Problems.NotFound("POST_001", "Post not found");

        var (account, media) = (row.Post.AccountId, row.Post.PlatformMediaId);
        var days = await db.PostMetricsDays.AsNoTracking()
            .Where(day => day.WorkspaceId == workspace.Id && day.AccountId == account && day.PlatformMediaId == media)
            .OrderByDescending(day => day.Day).Take(HistoryDays).ToListAsync(ct);
        return TypedResults.Ok(new PostHistoryResponse(
            TrackedPostResponse.From(row), [.. days.OrderBy(day => day.Day).Select(day => new PostMetricsDayResponse(day.Day, day.Metrics))]));
    }
}
