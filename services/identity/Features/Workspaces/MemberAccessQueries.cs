using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class MemberAccessQueries
{
    /// <summary>The rights of one member; null for strangers and for a workspace that was deleted.</summary>
    public static async Task<MemberAccess?> FindAccessAsync(this IdentityDbContext db, Guid workspaceId, Guid userId, CancellationToken ct) =>
        (await db.AccessRows().Where(row => row.Member.WorkspaceId == workspaceId && row.Member.UserId == userId).SingleOrDefaultAsync(ct))?.ToAccess();

    /// <summary>The workspace that a login enters: the one that was used last, or else joined first; null when there is none.</summary>
    public static async Task<MemberAccess?> FindHomeAsync(this IdentityDbContext db, Guid userId, CancellationToken ct) =>
        (await db.AccessRows().Where(row => row.Member.UserId == userId)
            .OrderByDescending(row => db.Sessions.Where(session => session.UserId == userId && session.WorkspaceId == row.Member.WorkspaceId)
                .Max(session => (DateTimeOffset?)session.LastSeenAt) ?? DateTimeOffset.UnixEpoch)
            .ThenBy(row => row.Member.CreatedAt).FirstOrDefaultAsync(ct))?.ToAccess();

    private static IQueryable<Row> AccessRows(this IdentityDbContext db) =>
        from member in db.WorkspaceMembers.AsNoTracking()
        join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
        join owner in db.Users on workspace.OwnerId equals owner.Id
        join role in db.CustomRoles on member.RoleId equals role.Id into roles
        from role in roles.DefaultIfEmpty()
        where workspace.DeletedAt == null
        select new Row { Member = member, Custom = role.Permissions, Plan = owner.SubscriptionTier };

    private sealed class Row
    {
        public required WorkspaceMember Member { get; init; }

        public required string[]? Custom { get; init; }

        public required SubscriptionTier Plan { get; init; }

        public MemberAccess? ToAccess() => MemberAccess.From(Member.WorkspaceId, Member.Role, Member.RoleId, Custom, Member.AccountIds, Plan);
    }
}
