using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>Keeps the installation from being left without anybody to run it.</summary>
internal sealed class AdminRights(IdentityDbContext db)
{
    /// <summary>One change of administrators at a time, until the transaction ends: two cannot each remove the other.</summary>
    public async Task LockAsync(CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('platform-admins', 0))", ct);

    public async Task<bool> IsLastAsync(User user, CancellationToken ct) => user.IsPlatformAdmin
        && !await db.Users.AnyAsync(other => other.Id != user.Id && other.IsPlatformAdmin && other.DisabledAt == null && other.DeletedAt == null, ct);
}
