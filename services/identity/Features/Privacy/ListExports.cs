using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Privacy;

internal static class ListExports
{
    private static readonly Dictionary<string, Expression<Func<DataExport, object?>>> SortFields =
        new(StringComparer.Ordinal) { ["requestedAt"] = export => export.RequestedAt };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/exports", HandleAsync).WithName(nameof(ListExports))
            .WithSummary("The exports that you have asked for, newest first; sort by requestedAt.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<PagedResponse<DataExportResponse>>> HandleAsync(
        CurrentUser user, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var mine = db.DataExports.AsNoTracking().Where(export => export.UserId == user.Id);
        var total = await mine.CountAsync(ct);
        var rows = await mine.Include(export => export.Shares).SortBy(page, SortFields, "-requestedAt").ThenBy(export => export.Id)
            .Skip(page.Offset).Take(page.PerPage).ToListAsync(ct);
        return TypedResults.Ok(PagedResponse.Create([.. rows.Select(DataExportResponse.From)], page, total, request));
    }
}
