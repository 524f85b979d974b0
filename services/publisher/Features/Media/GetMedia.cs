using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Features.Media;

internal static class GetMedia
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync).WithName(nameof(GetMedia)).WithSummary("One picture with a signed URL")
            .RequirePermission(Permissions.MediaRead).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<MediaResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, PublisherDbContext db, IObjectStore store,
        IOptions<PublisherOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var media = await db.MediaAssets.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.WorkspaceId == workspace.Id, ct);
        return media is null
            ? Problems.NotFound("MEDIA_004", "Media not found")
            : TypedResults.Ok(MediaResponse.From(media, store, options, clock));
    }
}
