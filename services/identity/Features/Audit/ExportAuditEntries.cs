using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Audit;

internal static class ExportAuditEntries
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/export", HandleAsync).WithName(nameof(ExportAuditEntries))
        .RequirePermission(Permissions.AuditRead).WithSummary("The workspace's audit log as CSV, newest first, with the filters of the list.")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);

    public static void MapPlatform(RouteGroupBuilder group) => group.MapGet("/audit/export", HandlePlatformAsync).WithName("ExportPlatformAuditEntries")
        .WithSummary("The audit log of what concerns no workspace as CSV, with the filters of the list.")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);

    internal static Task<PushStreamHttpResult> HandleAsync(
        CurrentWorkspace workspace, PageQuery page, DateTimeOffset? from, DateTimeOffset? to,
        IdentityDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        audit.Add("audit.exported", AuditTarget.Of("workspace", workspace.Id));
        return AnswerAsync(new AuditFilter(workspace.Id, page, from, to), db, clock, ct);
    }

    internal static Task<PushStreamHttpResult> HandlePlatformAsync(
        CurrentUser user, PageQuery page, DateTimeOffset? from, DateTimeOffset? to,
        IdentityDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        audit.Add("audit.exported", new AuditTarget("platform"), AuditActors.User(user.Id), workspaceId: null);
        return AnswerAsync(new AuditFilter(AuditChain.Platform, page, from, to), db, clock, ct);
    }

    private static async Task<PushStreamHttpResult> AnswerAsync(AuditFilter filter, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var entries = await filter.ApplyAsync(db, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Stream(output => AuditCsv.WriteAsync(entries, db, output, ct), Csv, $"audit-{clock.GetUtcNow():yyyy-MM-dd}.csv");
    }
}
