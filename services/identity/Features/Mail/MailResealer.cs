using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Mail;

internal sealed class MailResealer(IdentityDbContext db, SecretSealer sealer) : IResealer
{
    public string What => "mails that wait";

    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var count = 0;
        var rows = await db.Set<Domain.Mail>().AsNoTracking().Where(row => row.SealedContent != null && row.SealingKeyId != sealer.ActiveKey)
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            // The condition: the mail may have gone out meanwhile, and its content is forgotten then.
            var secret = sealer.Reseal(new(row.SealingKeyId!, row.SealedContent!), MailContent.Context(row.Id));
            count += await db.Set<Domain.Mail>().Where(same => same.Id == row.Id && same.SealedContent == row.SealedContent)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(same => same.SealingKeyId, secret.KeyId).SetProperty(same => same.SealedContent, secret.Bytes), ct);
        }

        return count;
    }
}
