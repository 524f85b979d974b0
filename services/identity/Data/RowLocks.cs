using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data;

/// <summary>Rows that changes wait for each other on, until the transaction ends.</summary>
internal static class RowLocks
{
    /// <summary>
    /// Whoever changes members, roles or invitations of a workspace holds its row: two changes at once see each other, so that no two last
    /// owners go together.
    /// </summary>
    public static Task<Workspace?> LockWorkspaceAsync(this IdentityDbContext db, Guid id, CancellationToken ct) =>
        db.Workspaces.FromSql($"SELECT * FROM workspaces WHERE id = {id} AND deleted_at IS NULL FOR UPDATE").SingleOrDefaultAsync(ct);

    /// <summary>The same for one that was deleted and not erased.</summary>
    public static Task<Workspace?> LockDeletedWorkspaceAsync(this IdentityDbContext db, Guid id, CancellationToken ct) =>
        db.Workspaces.FromSql($"SELECT * FROM workspaces WHERE id = {id} AND deleted_at IS NOT NULL FOR UPDATE").SingleOrDefaultAsync(ct);

    /// <summary>Leaves others free to refer to the row, as a new member does.</summary>
    public static Task<User?> LockUserAsync(this IdentityDbContext db, Guid id, CancellationToken ct) =>
        db.Users.FromSql($"SELECT * FROM users WHERE id = {id} FOR NO KEY UPDATE").SingleOrDefaultAsync(ct);

    /// <summary>A session that lives.</summary>
    public static Task<Session?> LockSessionAsync(this IdentityDbContext db, Guid id, CancellationToken ct) =>
        db.Sessions.FromSql($"SELECT * FROM sessions WHERE id = {id} AND ended_at IS NULL FOR UPDATE").SingleOrDefaultAsync(ct);
}
