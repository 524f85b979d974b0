using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Clients;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Contracts.Accounts;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Accounts.Features.Accounts;

/// <summary>Ends the platform's reports, destroys the token and tells everybody, within the caller's unit of work.</summary>
internal sealed partial class AccountDisconnection(
    AccountsDbContext db, TokenVault vault, InstagramLoginClient instagram, IEventOutbox outbox, TimeProvider clock, ILogger<AccountDisconnection> logger)
{
    /// <summary>False when it is disconnected already.</summary>
    public async Task<bool> TryDisconnectAsync(ClientAccount account, CancellationToken ct)
    {
        if (!account.TryDisconnect(clock.GetUtcNow()))
        {
            return false;
        }

        var token = await db.OAuthTokens.SingleOrDefaultAsync(t => t.ClientAccountId == account.Id, ct);
        if (token is not null)
        {
            await UnsubscribeAsync(account.Id, token, ct);
            db.OAuthTokens.Remove(token);
        }

        outbox.Add(Disconnected(account));
        return true;
    }

    /// <summary>Meta may be away or have revoked the token, or our key to it may be lost: the owner's wish to leave does not wait for that.</summary>
    private async Task UnsubscribeAsync(Guid id, OAuthToken row, CancellationToken ct)
    {
        try
        {
            var reply = await instagram.UnsubscribeAsync(vault.Open(row), ct);
            if (!reply.Succeeded)
            {
                LogStillSubscribed(logger, id, reply.Failure.Kind, reply.Failure.Code);
            }
        }
        catch (CryptographicException)
        {
            LogKeyLost(logger, id, row.KeyId);
        }
    }

    private static AccountDisconnected Disconnected(ClientAccount account) => new()
    {
        WorkspaceId = account.WorkspaceId,
        AccountId = account.Id,
        Channel = account.Platform,
        PlatformAccountId = account.PlatformAccountId,
        OccurredAt = account.UpdatedAt,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} is disconnected, but Meta did not confirm the end of its webhooks: {Kind} {Code}")]
    private static partial void LogStillSubscribed(ILogger logger, Guid accountId, MetaFailureKind kind, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The token of account {AccountId} does not open with key {KeyId}; it was destroyed without ending Meta's webhooks")]
    private static partial void LogKeyLost(ILogger logger, Guid accountId, string keyId);
}
