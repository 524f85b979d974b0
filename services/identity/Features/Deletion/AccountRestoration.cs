using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>Takes a deletion back, with the workspaces that went with the account.</summary>
internal sealed class AccountRestoration(IdentityDbContext db, OneTimeTokens tokens, AuditTrail audit, TimeProvider clock)
{
    /// <summary>False when the account is not deleted, or its erasure has begun. Needs the caller's transaction; the caller commits.</summary>
    public async Task<bool> TryRestoreAsync(Guid userId, CancellationToken ct)
    {
        if (await db.LockUserAsync(userId, ct) is not { DeletedAt: { } deletedAt } user
            || await db.Erasures.AnyAsync(erasure => erasure.Scope == ErasureScope.User && erasure.SubjectId == userId, ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        user.Restore(now);
        var workspaces = await db.Workspaces.Where(workspace => workspace.DeletedAt == deletedAt && workspace.OwnerId == userId
            && !db.Erasures.Any(erasure => erasure.Scope == ErasureScope.Workspace && erasure.SubjectId == workspace.Id)).ToListAsync(ct);
        foreach (var workspace in workspaces)
        {
            workspace.Restore(now);
            audit.Add("workspace.restored", AuditTarget.Of("workspace", workspace.Id), AuditActors.User(userId), workspace.Id);
        }

        audit.Add("user.deletion_cancelled", AuditTarget.Of("user", userId), AuditActors.User(userId), workspaceId: null);
        await db.SaveChangesAsync(ct);
        await tokens.DiscardAsync(TokenPurpose.RestoreAccount, userId, ct);
        return true;
    }
}
