using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Publisher.Features.Posts;

internal static class GetPost
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync).WithName(nameof(GetPost)).WithSummary("One post and its result")
            .RequirePermission(Permissions.PostsRead).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<PostResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, PublisherDbContext db, CancellationToken ct)
    {
        var post = await db.ScheduledPosts.AsNoTracking().Within(workspace.Accounts, p => p.AccountId)
            .SingleOrDefaultAsync(p => p.Id == id && p.WorkspaceId == workspace.Id, ct);
        return post is null ? Problems.NotFound("POST_001", "Post not found") : TypedResults.Ok(PostResponse.From(post));
    }
}
