using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Features.Media;

internal static class ListMedia
{
    private static readonly Dictionary<string, Expression<Func<MediaAsset, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["createdAt"] = media => media.CreatedAt,
        ["bytes"] = media => media.Bytes,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("", HandleAsync).WithName(nameof(ListMedia)).WithSummary("Pictures of the workspace, newest first")
            .RequirePermission(Permissions.MediaRead);

    internal static async Task<Ok<PagedResponse<MediaResponse>>> HandleAsync(
        PageQuery page, CurrentWorkspace workspace, PublisherDbContext db, IObjectStore store, IOptions<PublisherOptions> options,
        TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        var media = await db.MediaAssets.AsNoTracking().Where(m => m.WorkspaceId == workspace.Id)
            .SortBy(page, Sorts, "-createdAt").ThenBy(media => media.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<MediaResponse>(
            [.. media.Data.Select(m => MediaResponse.From(m, store, options, clock))], media.Meta, media.Links));
    }
}
