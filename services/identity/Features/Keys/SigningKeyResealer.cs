using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Keys;

internal sealed class SigningKeyResealer(IdentityDbContext db, SecretSealer sealer) : IResealer
{
    public string What => "signing keys";

    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var keys = await db.SigningKeys.Where(key => key.SealingKeyId != sealer.ActiveKey).ToListAsync(ct);
        foreach (var key in keys)
        {
            var secret = sealer.Reseal(new(key.SealingKeyId, key.SealedPrivateKey), SigningKeyStore.Context(key));
            key.Reseal(secret.KeyId, secret.Bytes);
        }

        await db.SaveChangesAsync(ct);
        return keys.Count;
    }
}
