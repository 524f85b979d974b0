using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

internal static class ExportScopes
{
    public const string User = "user";
    public const string Workspace = "workspace";

    public static string Of(DataExport export) => export.WorkspaceId is null ? User : Workspace;
}
