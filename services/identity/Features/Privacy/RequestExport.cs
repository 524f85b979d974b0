using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Whose data to copy.</summary>
/// <param name="Scope"><c>user</c>: what names you, over all workspaces. <c>workspace</c>: all of the token's workspace, owners only.</param>
public sealed record RequestExportRequest(
    [property: Required, AllowedValues(ExportScopes.User, ExportScopes.Workspace, ErrorMessage = "Must be 'user' or 'workspace'.")] string Scope);

internal static class RequestExport
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/exports", HandleAsync).WithName(nameof(RequestExport)).RequireRecentLogin().WithIdempotency<IdentityDbContext>()
            .WithSummary("Asks for a copy of all data, as a ZIP of JSON. A mail tells when it is ready.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<AcceptedAtRoute<DataExportResponse>, ProblemHttpResult>> HandleAsync(
        RequestExportRequest request, CurrentUser user, CurrentWorkspace workspace, HttpContext http, IdentityDbContext db, IEventOutbox outbox,
        AuditTrail audit, IOptions<PrivacyOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var isWorkspace = request.Scope == ExportScopes.Workspace;
        if (isWorkspace && !ExportAccess.MayExport(http, workspace)) return PrivacyErrors.MayNot();
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        // Two requests at once: the second sees the first one's export.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM identity.users WHERE id = {user.Id} FOR UPDATE", ct);
        var now = clock.GetUtcNow();
        var recent = await db.DataExports.Where(row => row.UserId == user.Id && (row.RequestedAt > now - Day || row.State == DataExportState.Preparing))
            .OrderBy(row => row.RequestedAt).Select(row => new { row.State, row.RequestedAt }).ToListAsync(ct);
        if (recent.Exists(row => row.State == DataExportState.Preparing)) return PrivacyErrors.ExportRunning();
        if (recent.Count >= options.Value.ExportsPerDay) return PrivacyErrors.TooManyExports(options.Value.ExportsPerDay, recent[^options.Value.ExportsPerDay].RequestedAt + Day - now);

        var export = DataExport.Request(user.Id, isWorkspace ? workspace.Id : null, DataServices.All, now);
        db.DataExports.Add(export);
        outbox.Add(ExportRequests.Of(export, now));
        audit.Add("data.export_requested", AuditTarget.Of("export", export.Id), after: new { scope = request.Scope });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.AcceptedAtRoute(DataExportResponse.From(export), nameof(GetExport), new { id = export.Id });
    }
}
