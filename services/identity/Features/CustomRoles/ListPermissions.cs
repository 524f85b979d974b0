using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.CustomRoles;

/// <summary>The catalogue of permissions.</summary>
/// <param name="Data">In the order to be shown in.</param>
public sealed record PermissionsResponse(IReadOnlyList<PermissionResponse> Data);

/// <summary>A permission.</summary>
/// <param name="Name"><c>resource.action</c>.</param>
/// <param name="Resource">What it is about.</param>
/// <param name="Action">What it allows there.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Grantable">Whether a custom role or an API key can have it; the others come with being an owner, or with running the installation.</param>
/// <param name="Roles">The built-in roles that have it.</param>
public sealed record PermissionResponse(string Name, string Resource, string Action, string Description, bool Grantable, IReadOnlyList<string> Roles);

internal static class ListPermissions
{
    private static readonly PermissionsResponse Answer = new([.. PermissionCatalogue.All.Select(ToResponse)]);

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle).WithName(nameof(ListPermissions)).RequireUserSession()
        .WithSummary("Every permission there is, with what it allows.");

    internal static Ok<PermissionsResponse> Handle() => TypedResults.Ok(Answer);

    private static PermissionResponse ToResponse(PermissionInfo permission) => new(
        permission.Name, permission.Resource, permission.Action, permission.Description, PermissionCatalogue.Grantable.Contains(permission),
        [.. Roles.BuiltIn.Where(role => Roles.PermissionsOf(role).Contains(permission.Name))]);
}
