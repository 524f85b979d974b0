using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Features.Audit;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>For who runs the installation. Nothing here opens a customer's workspace.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/admin").RequireUserSession().RequirePermission(Permissions.PlatformAdmin).WithTags("Admin")
            .AddEndpointFilter<SessionsUnavailableFilter>();
        ListUsers.Map(group);
        GetUser.Map(group);
        UpdateUser.Map(group);
        SignOutUser.Map(group);
        SetPlatformAdmin.Map(group);
        ListAuditEntries.MapPlatform(group);
        ExportAuditEntries.MapPlatform(group);
        VerifyAuditLog.MapPlatform(group);
    }
}
