using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>Every workspace has an owner. To be asked while its row is locked.</summary>
internal static class Ownership
{
    /// <summary>
    /// An owner stops being one: the plan goes on with whoever has been an owner for longest. False when there is no other owner, and then
    /// nothing may change.
    /// </summary>
    public static async Task<bool> TryLetGoAsync(this IdentityDbContext db, Workspace workspace, Guid userId, DateTimeOffset now, CancellationToken ct)
    {
        var heir = await db.WorkspaceMembers.AsNoTracking()
            .Where(member => member.WorkspaceId == workspace.Id && member.UserId != userId && member.Role == Roles.Owner
                && db.Users.Any(user => user.Id == member.UserId && user.DeletedAt == null))
            .OrderBy(member => member.UserId == workspace.OwnerId ? 0 : 1).ThenBy(member => member.CreatedAt)
            .Select(member => (Guid?)member.UserId).FirstOrDefaultAsync(ct);
        if (heir is not { } next)
        {
            return false;
        }

        if (workspace.OwnerId == userId)
        {
            workspace.HandTo(next, now);
        }

        return true;
    }

    /// <summary>All members: whose tokens change when the plan does.</summary>
    public static Task<List<Guid>> MembersOfAsync(this IdentityDbContext db, Guid workspaceId, CancellationToken ct) =>
        db.WorkspaceMembers.Where(member => member.WorkspaceId == workspaceId).Select(member => member.UserId).ToListAsync(ct);
}
