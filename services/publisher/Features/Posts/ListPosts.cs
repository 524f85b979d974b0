using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Publisher.Features.Posts;

internal static class ListPosts
{
    private static readonly Dictionary<string, Expression<Func<ScheduledPost, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["createdAt"] = post => post.CreatedAt,
        ["scheduledTime"] = post => post.ScheduledTime,
        ["publishedAt"] = post => post.PublishedAt,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("", HandleAsync).WithName(nameof(ListPosts)).WithSummary("Posts of the workspace, newest first")
            .WithDescription("Filters: `filter[status]`, `filter[accountId]`. Sorts: `createdAt`, `scheduledTime`, `publishedAt`.")
            .RequirePermission(Permissions.PostsRead).ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<Ok<PagedResponse<PostResponse>>, ProblemHttpResult>> HandleAsync(
        PageQuery page, CurrentWorkspace workspace, PublisherDbContext db, HttpRequest request, CancellationToken ct)
    {
        var query = db.ScheduledPosts.AsNoTracking().Where(post => post.WorkspaceId == workspace.Id).Within(workspace.Accounts, post => post.AccountId);
        if (page.Filter("status") is { } status)
        {
            if (!PostStatusNames.TryParse(status, out var wanted)) return Invalid("filter[status]", "There is no such status.");
            query = query.Where(post => post.Status == wanted);
        }

        if (page.Filter("accountId") is { } account)
        {
            if (!Guid.TryParse(account, out var accountId)) return Invalid("filter[accountId]", "The value must be a UUID.");
            query = query.Where(post => post.AccountId == accountId);
        }

        var posts = await query.SortBy(page, Sorts, "-createdAt").ThenBy(post => post.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<PostResponse>([.. posts.Data.Select(PostResponse.From)], posts.Meta, posts.Links));
    }

    private static ProblemHttpResult Invalid(string field, string message) =>
        Problems.BadRequest(ErrorCodes.Validation, "The query is not valid", new FieldError(field, message));
}
