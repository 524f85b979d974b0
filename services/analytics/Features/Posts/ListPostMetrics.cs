using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features.Posts;

internal static class ListPostMetrics
{
    // An unknown figure sorts below every known one, in both directions of the API's lists.
    private static readonly Dictionary<string, Expression<Func<PostWithMetrics, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["publishedAt"] = row => row.Post.EndedAt,
        ["views"] = row => row.Metrics!.Views ?? -1,
        ["reach"] = row => row.Metrics!.Reach ?? -1,
        ["interactions"] = row => row.Metrics!.Interactions ?? -1,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/posts", HandleAsync).WithName(nameof(ListPostMetrics)).WithSummary("Posts with their figures, newest first")
            .WithDescription("Filters: `filter[accountId]`, `filter[status]`. Sorts: `publishedAt`, `views`, `reach`, `interactions`.")
            .RequirePermission(Permissions.AnalyticsRead).ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<Ok<PagedResponse<TrackedPostResponse>>, ProblemHttpResult>> HandleAsync(
        PageQuery page, CurrentWorkspace workspace, AnalyticsDbContext db, HttpRequest request, CancellationToken ct)
    {
        var query = PostWithMetrics.Of(db, workspace);
        if (page.Filter("accountId") is { } account)
        {
            if (!Guid.TryParse(account, out var accountId)) return Invalid("filter[accountId]", "The value must be a UUID.");
            query = query.Where(row => row.Post.AccountId == accountId);
        }

        if (page.Filter("status") is { } status)
        {
            if (status is not ("published" or "failed")) return Invalid("filter[status]", "The value must be published or failed.");
            var outcome = status == "published" ? PostOutcome.Published : PostOutcome.Failed;
            query = query.Where(row => row.Post.Outcome == outcome);
        }

        var posts = await query.SortBy(page, Sorts, "-publishedAt").ThenBy(row => row.Post.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<TrackedPostResponse>([.. posts.Data.Select(TrackedPostResponse.From)], posts.Meta, posts.Links));
    }

    private static ProblemHttpResult Invalid(string field, string message) =>
        Problems.BadRequest(ErrorCodes.Validation, "The query is not valid", new FieldError(field, message));
}
