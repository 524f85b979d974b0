using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>Where a session without a workspace goes: everybody always has one to be in.</summary>
internal sealed class HomeWorkspace(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>The user's workspace, the one used last; who was removed from all gets a new one of their own, which is saved at once.</summary>
    public async Task<MemberAccess> OfAsync(User user, CancellationToken ct) => await db.FindHomeAsync(user.Id, ct) ?? await CreateAsync(user, ct);

    private async Task<MemberAccess> CreateAsync(User user, CancellationToken ct)
    {
        // Two logins at once must not make two: the second waits for the user's row, and then finds the first one's.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM users WHERE id = {user.Id} FOR UPDATE", ct);
        if (await db.FindHomeAsync(user.Id, ct) is { } made)
        {
            return made;
        }

        var now = clock.GetUtcNow();
        var workspace = Workspace.Create(user.Name, user.Id, now);
        db.AddRange(workspace, WorkspaceMember.Join(workspace.Id, user.Id, Roles.Owner, now));
        await db.SaveChangesAsync(ct);
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return (await db.FindAccessAsync(workspace.Id, user.Id, ct))!;
    }
}
