using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Clients;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Accounts;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Accounts.Features.Accounts;

internal static partial class DisconnectAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapDelete("/{id:guid}", HandleAsync).WithName(nameof(DisconnectAccount)).RequirePermission(Permissions.AccountsManage)
            .WithSummary("Ends the platform's reports and destroys the token. What the suite holds of the account stays.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, AccountsDbContext db, TokenVault vault, InstagramLoginClient instagram, IEventOutbox outbox,
        TimeProvider clock, ILogger<ClientAccount> logger, CancellationToken ct)
    {
        var account = await db.ClientAccounts.SingleOrDefaultAsync(a => a.Id == id && a.WorkspaceId == workspace.Id, ct);
        if (account is null)
        {
            return AccountProblems.NotFound();
        }

        if (!account.TryDisconnect(clock.GetUtcNow()))
        {
            return TypedResults.NoContent();
        }

        var token = await db.OAuthTokens.SingleOrDefaultAsync(t => t.ClientAccountId == id, ct);
        if (token is not null)
        {
            await UnsubscribeAsync(id, token, vault, instagram, logger, ct);
            db.OAuthTokens.Remove(token);
        }

        outbox.Add(Disconnected(account));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A second request was quicker: its commit holds the event.
        }

        return TypedResults.NoContent();
    }

    /// <summary>Meta may be away or have revoked the token, or our key to it may be lost: the owner's wish to leave does not wait for that.</summary>
    private static async Task UnsubscribeAsync(Guid id, OAuthToken row, TokenVault vault, InstagramLoginClient instagram, ILogger logger, CancellationToken ct)
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
