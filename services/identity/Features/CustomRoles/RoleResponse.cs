using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.CustomRoles;

/// <summary>A role that members of the workspace can have.</summary>
/// <param name="Id">The name of a built-in role, or the id of a custom one: what members and invitations are given as <c>role</c>.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="BuiltIn">Built-in roles are the same everywhere and cannot be changed.</param>
/// <param name="Permissions">What it grants.</param>
/// <param name="Members">How many members have it.</param>
/// <param name="CreatedAt">When it was made, UTC; null for a built-in one.</param>
public sealed record RoleResponse(
    string Id, string Name, string? Description, bool BuiltIn, IReadOnlyList<string> Permissions, int Members, DateTimeOffset? CreatedAt)
{
    internal static RoleResponse From(CustomRole role, int members) =>
        new(role.Id.ToString(), role.Name, role.Description, false, role.Permissions, members, role.CreatedAt);

    internal static RoleResponse OfBuiltIn(string name, int members) =>
        new(name, name, null, true, Roles.PermissionsOf(name), members, null);
}
