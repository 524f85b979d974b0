using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>What an owner who goes would leave behind.</summary>
internal sealed class SoleWorkspaces(IdentityDbContext db)
{
    /// <summary>
    /// Locks the workspaces that the user owns, and finds those that nobody else is in, and those that would be without an owner. Members
    /// whose account is deleted do not count: they are about to go.
    /// </summary>
    public async Task<(List<Workspace> Empty, List<Workspace> Orphaned)> FindAsync(Guid userId, CancellationToken ct)
    {
        List<Workspace> empty = [], orphaned = [];
        foreach (var workspace in await LockOwnedAsync(userId, ct))
        {
            var others = await db.WorkspaceMembers.Where(member => member.WorkspaceId == workspace.Id && member.UserId != userId
                    && db.Users.Any(user => user.Id == member.UserId && user.DeletedAt == null))
                .Select(member => member.Role).Distinct().ToListAsync(ct);
            if (others.Count == 0)
            {
                empty.Add(workspace);
            }
            else if (!others.Contains(Roles.Owner))
            {
                orphaned.Add(workspace);
            }
        }

        return (empty, orphaned);
    }

    private Task<List<Workspace>> LockOwnedAsync(Guid userId, CancellationToken ct) => db.Workspaces.FromSql(
        $"""
        SELECT workspace.* FROM workspaces workspace JOIN workspace_members member ON member.workspace_id = workspace.id
        WHERE member.user_id = {userId} AND member.role = {Roles.Owner} AND workspace.deleted_at IS NULL
        ORDER BY workspace.id FOR UPDATE OF workspace
        """).ToListAsync(ct);
}
