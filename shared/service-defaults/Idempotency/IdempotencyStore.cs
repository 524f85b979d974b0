using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Idempotency;

internal static class IdempotencyStore
{
    /// <summary>Held until the transaction ends; false when a request with this key is at work.</summary>
    public static async Task<bool> TryLockAsync(ServiceDbContext db, string caller, string key, CancellationToken ct) =>
        await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({db.SchemaName + "\n" + caller + "\n" + key}, 0)) AS \"Value\"").SingleAsync(ct);

    public static Task<IdempotencyKey?> FindAsync(ServiceDbContext db, string caller, string key, CancellationToken ct) =>
        db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Caller == caller && row.Key == key, ct);

    public static Task<int> AddAsync(
        ServiceDbContext db, string caller, string key, byte[] fingerprint, RecordedAnswer answer, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO idempotency_keys (caller, key, fingerprint, status_code, content_type, location, body, created_at)
             VALUES ({caller}, {key}, {fingerprint}, {answer.StatusCode}, {answer.ContentType}, {answer.Location}, {answer.Body}, {now})
             """, ct);
}
