using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Workers;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Publisher.Features.Posts;

/// <summary>A post of one picture.</summary>
/// <param name="AccountId">The client account to post on.</param>
/// <param name="MediaId">A picture of the media library.</param>
/// <param name="Caption">At most 2,200 characters, 30 hashtags and 20 mentions.</param>
/// <param name="AltText">At most 1,000 characters; without it the picture's own is taken.</param>
/// <param name="ScheduledTime">When to publish, RFC 3339; without it at once.</param>
public sealed record SchedulePostRequest(
    [property: Required] Guid? AccountId,
    [property: Required] Guid? MediaId,
    [property: MaxLength(2200)] string? Caption = null,
    [property: MaxLength(1000)] string? AltText = null,
    DateTimeOffset? ScheduledTime = null);

internal static class SchedulePost
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("", HandleAsync).WithName(nameof(SchedulePost)).WithSummary("Schedule a post")
            .RequirePermission(Permissions.PostsManage).WithIdempotency<PublisherDbContext>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);

    internal static async Task<Results<CreatedAtRoute<PostResponse>, ProblemHttpResult>> HandleAsync(
        SchedulePostRequest request, CurrentWorkspace workspace, CurrentUser user, PostValidator validator, PublisherDbContext db, PlanGuard plans,
        AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var (media, problem) = await validator.ValidateAsync(request, workspace, ct);
        if (media is null) return problem!;

        var now = clock.GetUtcNow();

        // A request with an Idempotency-Key runs in a transaction already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        if (await plans.CheckPostsAsync(db, workspace, now, ct) is { } full) return full;
        var post = ScheduledPost.Create(
            request.AccountId!.Value, media, request.Caption, request.AltText, request.ScheduledTime?.ToUniversalTime() ?? now, user.Id, now);
        db.ScheduledPosts.Add(post);
        audit.Add("post.scheduled", AuditTarget.Of("post", post.Id), after: new { accountId = post.AccountId, scheduledTime = post.ScheduledTime });
        await db.SaveChangesAsync(ct);
        await DuePostListener.NotifyAsync(db, ct);
        if (own is not null) await own.CommitAsync(ct);
        return TypedResults.CreatedAtRoute(PostResponse.From(post), nameof(GetPost), new { id = post.Id });
    }
}
