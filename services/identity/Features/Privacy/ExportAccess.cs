using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Asked at each step anew: who has lost the right to a workspace's data must not fetch them afterwards.</summary>
internal static class ExportAccess
{
    public static bool MayHave(HttpContext http, CurrentWorkspace workspace, DataExport export) =>
        export.WorkspaceId is null || (export.WorkspaceId == workspace.Id && MayExport(http, workspace));

    /// <summary>The whole workspace is for those who see all of it.</summary>
    public static bool MayExport(HttpContext http, CurrentWorkspace workspace) =>
        workspace.Accounts.All && http.User.HasClaim(TokenClaims.Permissions, Permissions.WorkspacesExport);
}
