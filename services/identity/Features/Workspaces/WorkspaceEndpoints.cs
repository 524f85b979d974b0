namespace SocialSelling.Identity.Features.Workspaces;

internal static class WorkspaceEndpoints
{
    public static void MapWorkspaces(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/workspaces").RequireAuthorization().WithTags("Workspaces");
        ListWorkspaces.Map(group);
    }
}
