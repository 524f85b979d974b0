using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Features.Accounts;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Accounts.Features.Privacy;

/// <summary>Disconnects a workspace's accounts before their rows go, so that nobody goes on asking the platform about them.</summary>
internal sealed class AccountErasure(AccountsDbContext db, AccountDisconnection disconnection)
{
    public const string Name = "tokens";

    /// <summary>One account a batch: the transaction waits for Meta.</summary>
    public async Task<bool> DisconnectAsync(ErasureBatch batch, CancellationToken ct)
    {
        var account = await db.ClientAccounts.Where(a => a.WorkspaceId == batch.SubjectId && a.Status != AccountStatus.Disconnected)
            .OrderBy(a => a.Id).FirstOrDefaultAsync(ct);
        if (account is null)
        {
            batch.Count(Name, 0);
            return false;
        }

        await disconnection.TryDisconnectAsync(account, ct);
        batch.Count(Name, 1);
        return true;
    }
}
