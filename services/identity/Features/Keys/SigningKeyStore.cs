using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>Makes, seals, stores and opens signing keys.</summary>
internal sealed class SigningKeyStore(
    IdentityDbContext db, SecretSealer sealer, AuditTrail audit, IOptions<SigningKeyOptions> options, IOptions<SessionLifetimeOptions> sessions,
    TimeProvider clock)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>The keys that verifiers may still need, after the next one was made if it is due.</summary>
    public async Task<SigningKeySet> LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newest = await NewestAsync(ct);
        if (newest is null || newest.CreatedAt + options.Value.RotationPeriod <= now)
        {
            await CreateAsync(newest, now, ct);
        }

        var keys = await db.SigningKeys.AsNoTracking().OrderBy(key => key.Generation).ToListAsync(ct);
        return new([.. keys.Where((_, index) => IsNeeded(keys, index, now)).Select(Open)]);
    }

    /// <summary>Makes the next key now, unless the newest has not begun to sign: answers with the newest, and whether it was just made.</summary>
    public async Task<(SigningKey Key, bool Made)> RotateAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newest = await NewestAsync(ct);
        if (newest is not null && newest.ActivatesAt > now)
        {
            return (newest, false);
        }

        await CreateAsync(newest, now, ct);
        return ((await NewestAsync(ct))!, true);
    }

    public static string Context(SigningKey key) => $"signing_keys:{key.Id:N}:sealed_private_key";

    private Task<SigningKey?> NewestAsync(CancellationToken ct) =>
        db.SigningKeys.AsNoTracking().OrderByDescending(key => key.Generation).FirstOrDefaultAsync(ct);

    private bool IsNeeded(List<SigningKey> keys, int index, DateTimeOffset now) =>
        index == keys.Count - 1 || now < keys[index + 1].ActivatesAt + sessions.Value.AccessTokenLifetime + Slack;

    /// <summary>Nobody can have cached a key set before the first key, so that one signs at once.</summary>
    private async Task CreateAsync(SigningKey? newest, DateTimeOffset now, CancellationToken ct)
    {
        var key = SigningKey.Create((newest?.Generation ?? 0) + 1, now, newest is null ? TimeSpan.Zero : options.Value.ActivationDelay);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = ecdsa.ExportParameters(includePrivateParameters: true);
        var secret = sealer.Seal(parameters.D, Context(key));
        CryptographicOperations.ZeroMemory(parameters.D);
        key.SetMaterial(parameters.Q.X!, parameters.Q.Y!, secret.KeyId, secret.Bytes);
        db.Add(key);
        audit.Add(
            "signing_key.rotated", AuditTarget.Of("signingKey", key.Id), AuditActors.Service("identity"), workspaceId: null,
            newest is null ? null : new { key = newest.Id }, new { key = key.Id, key.ActivatesAt });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (error.IsViolationOf(SigningKeyConfiguration.GenerationIndex))
        {
            // Another instance made this generation; ours was never seen by anybody.
            db.ChangeTracker.Clear();
        }
    }

    private LoadedKey Open(SigningKey key)
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = key.PublicX, Y = key.PublicY },
            D = sealer.Open(new SealedSecret(key.SealingKeyId, key.SealedPrivateKey), Context(key)),
        };
        return new(key.Id.ToString("N"), parameters, key.ActivatesAt);
    }
}
