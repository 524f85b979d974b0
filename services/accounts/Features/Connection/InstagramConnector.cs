using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Accounts.Clients;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Features.Accounts;
using SocialSelling.Accounts.Options;
using SocialSelling.Contracts.Accounts;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Plans;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Accounts.Features.Connection;

/// <summary>From the login page's code to a stored account. All calls to Meta come first: what is stored is stored whole, or not at all.</summary>
internal sealed partial class InstagramConnector(
    InstagramLoginClient instagram, AccountsDbContext db, TokenVault vault, PlanGuard plans, IEventOutbox outbox, AuditTrail audit,
    TimeProvider clock, IOptions<MetaOptions> meta, IOptions<ConnectionOptions> connection, ILogger<InstagramConnector> logger)
{
    private const string Platform = "instagram";

    public async Task<(ClientAccount? Account, ProblemHttpResult? Problem)> ConnectAsync(OAuthState begun, string code, CancellationToken ct)
    {
        var grant = await instagram.ExchangeCodeAsync(code, connection.Value.CallbackUrl, ct);
        if (!grant.Succeeded)
        {
            return (null, Explain("code exchange", grant.Failure, AccountProblems.CodeRefused()));
        }

        var token = await instagram.ExtendAsync(grant.Value.AccessToken, ct);
        if (!token.Succeeded)
        {
            return (null, Explain("token exchange", token.Failure, AccountProblems.CodeRefused()));
        }

        var profile = await instagram.GetProfileAsync(token.Value.AccessToken, ct);
        if (!profile.Succeeded)
        {
            return (null, Explain("profile", profile.Failure, AccountProblems.ProfileNotGranted()));
        }

        var known = await FindAsync(profile.Value.PlatformAccountId, begun.WorkspaceId, ct);
        if (known.Elsewhere)
        {
            return (null, AccountProblems.ConnectedElsewhere());
        }

        // Before Meta is told to report; what is stored is checked again.
        if (await CheckPlanAsync(begun, known.Own, ct) is { } full)
        {
            return (null, full);
        }

        var subscription = await instagram.SubscribeAsync(token.Value.AccessToken, ct);
        if (subscription.Failure is { Kind: not MetaFailureKind.Refused } away)
        {
            return (null, Explain("webhook subscription", away, AccountProblems.InstagramUnavailable()));
        }

        // A refused subscription means a permission that was not granted: the account can still publish, and its page says what it cannot do.
        return await StoreAsync(begun, grant.Value, token.Value, profile.Value, subscription.Succeeded ? meta.Value.WebhookFields : [], ct);
    }

    private async Task<(ClientAccount?, ProblemHttpResult?)> StoreAsync(
        OAuthState begun, CodeGrant grant, LongLivedToken token, AccountProfile profile, string[] webhookFields, CancellationToken ct)
    {
        // Together with the insert: the owner may have deleted the workspace while the login page was open.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.IsErasedAsync(begun.WorkspaceId, ct))
        {
            return (null, AccountProblems.InvalidState());
        }

        var now = clock.GetUtcNow();
        var scopes = grant.Permissions.Count > 0 ? grant.Permissions : meta.Value.Scopes;
        var account = (await FindAsync(profile.PlatformAccountId, begun.WorkspaceId, ct)).Own;
        if (await CheckPlanAsync(begun, account, ct) is { } full)
        {
            return (null, full);
        }

        if (account is null)
        {
            account = ClientAccount.Create(begun.WorkspaceId, Platform, profile.PlatformAccountId, now);
            db.ClientAccounts.Add(account);
        }

        account.Connect(begun.UserId, profile, scopes, webhookFields, now);
        var row = await db.OAuthTokens.SingleOrDefaultAsync(t => t.ClientAccountId == account.Id, ct);
        if (row is null)
        {
            row = OAuthToken.Create(account.Id);
            db.OAuthTokens.Add(row);
        }

        vault.Store(row, token.AccessToken, token.TokenType, string.Join(',', scopes), now, now + token.Lifetime);
        outbox.Add(Connected(account, scopes));

        // The browser comes back from the login page without a token: who began it stands in the state.
        audit.Add(
            "account.connected", AuditTarget.Of("account", account.Id), AuditActors.User(begun.UserId), begun.WorkspaceId,
            after: new { channel = Platform, scopes });
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return (null, AccountProblems.ConnectedElsewhere());
        }

        return (account, null);
    }

    /// <summary>An account that is connected already is counted already.</summary>
    private async Task<ProblemHttpResult?> CheckPlanAsync(OAuthState begun, ClientAccount? known, CancellationToken ct) =>
        known is null or { Status: AccountStatus.Disconnected } ? await plans.CheckConnectedAsync(db, begun.WorkspaceId, begun.Plan, ct) : null;

    private async Task<(ClientAccount? Own, bool Elsewhere)> FindAsync(string platformAccountId, Guid workspaceId, CancellationToken ct)
    {
        var rows = await db.ClientAccounts.Where(a => a.Platform == Platform && a.PlatformAccountId == platformAccountId)
            .Where(a => a.WorkspaceId == workspaceId || a.Status != AccountStatus.Disconnected).ToListAsync(ct);
        return (rows.SingleOrDefault(a => a.WorkspaceId == workspaceId), rows.Exists(a => a.WorkspaceId != workspaceId));
    }

    private ProblemHttpResult Explain(string step, MetaFailure failure, ProblemHttpResult refusal)
    {
        LogFailed(logger, step, failure.Kind, failure.Code, failure.Subcode, failure.TraceId);
        return failure.Kind == MetaFailureKind.Refused ? refusal : AccountProblems.InstagramUnavailable();
    }

    private static AccountConnected Connected(ClientAccount account, IReadOnlyList<string> scopes) => new()
    {
        WorkspaceId = account.WorkspaceId,
        AccountId = account.Id,
        Channel = account.Platform,
        PlatformAccountId = account.PlatformAccountId,
        Username = account.Username,
        Name = account.Name,
        ProfilePictureUrl = account.ProfilePictureUrl,
        Scopes = scopes,
        OccurredAt = account.ConnectedAt,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connecting failed at the {Step}: {Kind}, Meta's code {Code}/{Subcode}, trace {TraceId}")]
    private static partial void LogFailed(ILogger logger, string step, MetaFailureKind kind, int code, int subcode, string? traceId);
}
