namespace SocialSelling.Identity.Features.CustomRoles;

internal static class RoleEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        ListRoles.Map(group);
        GetRole.Map(group);
        CreateRole.Map(group);
        UpdateRole.Map(group);
        DeleteRole.Map(group);
    }

    public static void MapPermissions(this IEndpointRouteBuilder app) =>
        ListPermissions.Map(app.MapGroup("/api/v1/permissions").RequireAuthorization().WithTags("Roles"));
}
