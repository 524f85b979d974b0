using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class RoleQueries
{
    /// <summary>Asked under the lock of the workspace; the unique index stands behind it.</summary>
    public static async Task<bool> IsNameTakenAsync(this IdentityDbContext db, Guid workspaceId, string name, Guid? except, CancellationToken ct)
    {
        var key = CustomRole.KeyOf(name);
        return Roles.IsBuiltIn(key) || key == WorkspaceMember.CustomRole
            || await db.CustomRoles.AnyAsync(role => role.WorkspaceId == workspaceId && role.NameKey == key && role.Id != except, ct);
    }

    public static Task<List<Guid>> HoldersAsync(this IdentityDbContext db, CustomRole role, CancellationToken ct) =>
        db.WorkspaceMembers.Where(member => member.WorkspaceId == role.WorkspaceId && member.RoleId == role.Id)
            .Select(member => member.UserId).ToListAsync(ct);
}
