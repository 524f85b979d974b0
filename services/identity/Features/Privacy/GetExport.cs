using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Privacy;

internal static class GetExport
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/exports/{id:guid}", HandleAsync).WithName(nameof(GetExport))
            .WithSummary("How far an export is.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<DataExportResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser user, IdentityDbContext db, CancellationToken ct) =>
        await db.DataExports.AsNoTracking().Include(export => export.Shares).SingleOrDefaultAsync(export => export.Id == id && export.UserId == user.Id, ct)
            is { } export
            ? TypedResults.Ok(DataExportResponse.From(export))
            : PrivacyErrors.ExportNotFound();
}
