using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>What becomes of the workspaces that an erased user owned.</summary>
internal sealed class OwnedWorkspaces(IdentityDbContext db, ErasureService erasures, TimeProvider clock)
{
    private static readonly string[] Heirs = [Roles.Owner, Roles.Admin, Roles.Manager, WorkspaceMember.CustomRole, Roles.Agent, Roles.Viewer];

    /// <summary>Hands over what has other members, begins to erase the rest, and says whether some of that is not gone yet.</summary>
    public async Task<bool> AnyLeftAsync(Guid userId, CancellationToken ct)
    {
        var owned = await db.Workspaces.Where(workspace => workspace.OwnerId == userId).ToListAsync(ct);
        foreach (var workspace in owned)
        {
            if (workspace.DeletedAt is null && await HeirAsync(workspace.Id, userId, ct) is { } heir)
            {
                // Whoever deletes an account is asked to hand over first: this is for those who were never asked.
                heir.Become(RoleRef.BuiltIn(Roles.Owner));
                heir.Confine(null);
                workspace.HandTo(heir.UserId, clock.GetUtcNow());
            }
            else
            {
                await erasures.BeginWorkspaceErasureAsync(workspace.Id, userId, ct);
            }
        }

        return owned.Exists(workspace => workspace.OwnerId == userId);
    }

    private async Task<WorkspaceMember?> HeirAsync(Guid workspaceId, Guid userId, CancellationToken ct)
    {
        var others = await db.WorkspaceMembers.Where(member => member.WorkspaceId == workspaceId && member.UserId != userId)
            .Where(member => db.Users.Any(user => user.Id == member.UserId && user.DeletedAt == null)).ToListAsync(ct);
        return others.OrderBy(member => Array.IndexOf(Heirs, member.Role)).ThenBy(member => member.CreatedAt).FirstOrDefault();
    }
}
