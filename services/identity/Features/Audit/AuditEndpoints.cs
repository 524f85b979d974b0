namespace SocialSelling.Identity.Features.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/audit").RequireAuthorization().WithTags("Audit");
        ListAuditEntries.Map(group);
        ExportAuditEntries.Map(group);
        VerifyAuditLog.Map(group);
    }
}
