using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.ApiKeys;

/// <summary>
/// The mark in Redis by which the gateway sees that a key is good: the same that a session has, so that a revoked key is refused as fast as
/// an ended session. It is always set before the record is read and dropped after the record was written: whichever way an exchange and a
/// revocation cross, a revoked key ends without its mark.
/// </summary>
internal sealed class ApiKeyMarks(RedisStore redis, IdentityDbContext db)
{
    /// <summary>The only version that tokens of keys have: what a key may do never changes.</summary>
    public const int TokenVersion = 1;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Sets the mark. Without Redis it is left out: the gateway cannot look for it either, and the exchange is asked again later.</summary>
    public async Task SetAsync(Guid keyId, CancellationToken ct)
    {
        try
        {
            await redis.SetAsync(SessionKeys.Of(keyId), $"{TokenVersion}", Lifetime, ct);
        }
        catch (RedisUnavailableException)
        {
        }
    }

    public Task DropAsync(Guid keyId, CancellationToken ct) => redis.DeleteAsync(SessionKeys.Of(keyId), ct);

    /// <summary>For all keys of a workspace that was deleted. Call it after the deletion is committed.</summary>
    public async Task DropAllAsync(Guid workspaceId, CancellationToken ct)
    {
        var ids = await db.ApiKeys.Where(key => key.WorkspaceId == workspaceId && key.RevokedAt == null).Select(key => key.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            await DropAsync(id, ct);
        }
    }
}
