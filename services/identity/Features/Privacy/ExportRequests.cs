using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

internal static class ExportRequests
{
    /// <summary>What every service is asked; one that is at it already goes on.</summary>
    public static DataExportRequested Of(DataExport export, DateTimeOffset now) => new()
    {
        ExportId = export.Id,
        WorkspaceId = export.WorkspaceId,
        UserId = export.WorkspaceId is null ? export.UserId : null,
        OccurredAt = now,
    };
}
