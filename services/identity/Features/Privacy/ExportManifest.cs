using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>What an archive says of itself.</summary>
internal sealed record ExportManifest(
    string Format, Guid ExportId, string Scope, Guid? WorkspaceId, Guid? UserId, DateTimeOffset RequestedAt, DateTimeOffset? PreparedAt,
    IReadOnlyList<string> Services, IReadOnlyList<ExportManifest.File> Files)
{
    public static ExportManifest Of(DataExport export, IEnumerable<ExportedFile> files) => new(
        "socialselling-export/1", export.Id, ExportScopes.Of(export), export.WorkspaceId, export.WorkspaceId is null ? export.UserId : null,
        export.RequestedAt, export.ReadyAt, [.. export.Shares.Select(share => share.Service).Order()],
        [.. files.Select(file => new File($"{file.Service}/{file.Name}", file.Rows))]);

    internal sealed record File(string Path, int Rows);
}
