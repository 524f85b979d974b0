using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Invitations;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.CustomRoles;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class WorkspaceEndpoints
{
    public static void MapWorkspaces(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/workspaces").RequireAuthorization().AddEndpointFilter<SessionsUnavailableFilter>();
        var mine = group.MapGroup("").WithTags("Workspaces");
        ListWorkspaces.Map(mine);
        CreateWorkspace.Map(mine);
        SwitchWorkspace.Map(mine);
        LeaveWorkspace.Map(mine);
        RestoreWorkspace.Map(mine);

        var own = group.MapGroup($"/{{{OwnWorkspaceFilter.Parameter}:guid}}").AddEndpointFilter<OwnWorkspaceFilter>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        var workspace = own.MapGroup("").WithTags("Workspaces");
        GetWorkspace.Map(workspace);
        UpdateWorkspace.Map(workspace);
        DeleteWorkspace.Map(workspace);
        TransferWorkspace.Map(workspace);
        GetUsage.Map(workspace);
        MemberEndpoints.Map(own.MapGroup("/members").WithTags("Members"));
        RoleEndpoints.Map(own.MapGroup("/roles").WithTags("Roles"));
        InvitationEndpoints.Map(own.MapGroup("/invitations").WithTags("Invitations"));
        app.MapPermissions();
        app.MapInvitations();
    }
}
