using System.Text.Json;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>A copy of data that was asked for.</summary>
/// <param name="Id">The export's id.</param>
/// <param name="Scope"><c>user</c> or <c>workspace</c>.</param>
/// <param name="WorkspaceId">The workspace, where its data were asked for.</param>
/// <param name="State"><c>preparing</c>, <c>ready</c>, <c>failed</c> or <c>expired</c>.</param>
/// <param name="RequestedAt">When it was asked for, UTC.</param>
/// <param name="ReadyAt">When the last service had answered, UTC.</param>
/// <param name="ExpiresAt">Until when it can be downloaded, UTC.</param>
/// <param name="Failure">Why it failed and what to do; absent otherwise.</param>
/// <param name="Services">How far each service is.</param>
public sealed record DataExportResponse(
    Guid Id, string Scope, Guid? WorkspaceId, string State, DateTimeOffset RequestedAt, DateTimeOffset? ReadyAt, DateTimeOffset? ExpiresAt,
    string? Failure, IReadOnlyList<DataExportProgress> Services)
{
    internal static DataExportResponse From(DataExport export) => new(
        export.Id, ExportScopes.Of(export), export.WorkspaceId, JsonNamingPolicy.SnakeCaseLower.ConvertName(export.State.ToString()),
        export.RequestedAt, export.ReadyAt, export.ExpiresAt, export.Failure,
        [.. export.Shares.OrderBy(share => share.Service).Select(share => new DataExportProgress(share.Service, share.CompletedAt is not null, share.Rows))]);
}
