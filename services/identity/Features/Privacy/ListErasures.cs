using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>For whoever runs the installation: which erasures wait, and for whom.</summary>
internal static class ListErasures
{
    private static readonly Dictionary<string, Expression<Func<Erasure, object?>>> SortFields =
        new(StringComparer.Ordinal) { ["requestedAt"] = erasure => erasure.RequestedAt };

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/admin/erasures", HandleAsync).WithName(nameof(ListErasures)).RequireUserSession().RequirePermission(Permissions.PlatformAdmin)
            .WithTags("Admin").WithSummary("All erasures with their receipts, newest first; sort by requestedAt, filter[open]=true for those that wait.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Ok<PagedResponse<ErasureResponse>>> HandleAsync(PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var all = db.Erasures.AsNoTracking();
        if (page.Filter("open") == "true") all = all.Where(erasure => erasure.CompletedAt == null);
        var total = await all.CountAsync(ct);
        var rows = await all.Include(erasure => erasure.Answers).SortBy(page, SortFields, "-requestedAt").ThenBy(erasure => erasure.Id)
            .Skip(page.Offset).Take(page.PerPage).ToListAsync(ct);
        return TypedResults.Ok(PagedResponse.Create([.. rows.Select(ErasureResponse.From)], page, total, request));
    }
}
