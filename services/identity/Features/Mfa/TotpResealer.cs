using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Mfa;

internal sealed class TotpResealer(IdentityDbContext db, SecretSealer sealer) : IResealer
{
    public string What => "authenticator secrets";

    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var count = 0;
        var rows = await db.Set<TotpCredential>().AsNoTracking().Where(row => row.SealingKeyId != sealer.ActiveKey).ToListAsync(ct);
        foreach (var row in rows)
        {
            // The condition: the user may be setting up another app at this moment.
            var secret = sealer.Reseal(new(row.SealingKeyId, row.SealedSecret), TotpCredential.Context(row.UserId));
            count += await db.Set<TotpCredential>().Where(same => same.UserId == row.UserId && same.SealedSecret == row.SealedSecret)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(same => same.SealingKeyId, secret.KeyId).SetProperty(same => same.SealedSecret, secret.Bytes), ct);
        }

        return count;
    }
}
