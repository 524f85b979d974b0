using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Privacy;

internal static class DownloadExport
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/exports/{id:guid}/download", HandleAsync).WithName(nameof(DownloadExport)).RequireRecentLogin()
            .WithSummary("The export as a ZIP of JSON: a folder for each service, and a manifest.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);

    internal static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser user, CurrentWorkspace workspace, HttpContext http, IdentityDbContext db, ExportArchive archive, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
    {
        var export = await db.DataExports.Include(row => row.Shares).SingleOrDefaultAsync(row => row.Id == id && row.UserId == user.Id, ct);
        if (export is null) return PrivacyErrors.ExportNotFound();
        if (!ExportAccess.MayHave(http, workspace, export)) return PrivacyErrors.MayNot();
        if (export.State == DataExportState.Preparing) return PrivacyErrors.NotReady();
        if (export.State != DataExportState.Ready || export.ExpiresAt <= clock.GetUtcNow()) return PrivacyErrors.NotAvailable(export.Failure);

        audit.Add("data.exported", AuditTarget.Of("export", export.Id), after: new { scope = ExportScopes.Of(export) });
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            stream => archive.WriteAsync(export, stream, ct), "application/zip", $"socialselling-{ExportScopes.Of(export)}-{export.RequestedAt:yyyy-MM-dd}.zip");
    }
}
