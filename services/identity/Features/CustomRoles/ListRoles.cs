using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.CustomRoles;

/// <summary>The roles of a workspace.</summary>
/// <param name="Data">The built-in ones, the mightiest first, and then its own by name.</param>
public sealed record RolesResponse(IReadOnlyList<RoleResponse> Data);

internal static class ListRoles
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListRoles))
        .RequirePermission(Permissions.WorkspacesRead).WithSummary("All roles, built-in and custom.");

    internal static async Task<Ok<RolesResponse>> HandleAsync(CurrentWorkspace workspace, IdentityDbContext db, CancellationToken ct)
    {
        var counts = await db.WorkspaceMembers.Where(member => member.WorkspaceId == workspace.Id)
            .GroupBy(member => new { member.Role, member.RoleId })
            .Select(group => new { group.Key.Role, group.Key.RoleId, Count = group.Count() }).ToListAsync(ct);
        var custom = await db.CustomRoles.AsNoTracking().Where(role => role.WorkspaceId == workspace.Id).OrderBy(role => role.NameKey).ToListAsync(ct);
        int Of(RoleRef role) => counts.Where(count => count.Role == role.Name && count.RoleId == role.Id).Sum(count => count.Count);
        return TypedResults.Ok(new RolesResponse(
        [
            .. Roles.BuiltIn.Select(name => RoleResponse.OfBuiltIn(name, Of(RoleRef.BuiltIn(name)))),
            .. custom.Select(role => RoleResponse.From(role, Of(RoleRef.Custom(role.Id)))),
        ]));
    }
}
