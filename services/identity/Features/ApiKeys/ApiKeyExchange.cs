using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.ApiKeys;

/// <summary>Turns a good API key into a short access token, and notes that it was used.</summary>
internal sealed class ApiKeyExchange(
    IdentityDbContext db, ApiKeyMarks marks, AccessTokenIssuer tokens, IOptions<ApiKeyOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(1);

    /// <summary>Null for a key that is unknown, revoked or expired, and for one whose workspace was deleted.</summary>
    public async Task<ExchangeApiKeyResponse?> TryExchangeAsync(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(hash, now, ct) is not { } found)
        {
            return null;
        }

        await marks.SetAsync(found.Key.Id, ct);
        if (await FindAsync(hash, now, ct) is not { } still)
        {
            await marks.DropAsync(found.Key.Id, ct);
            return null;
        }

        await NoteUseAsync(still.Key.Id, now, ct);
        var lifetime = still.Key.ExpiresAt is { } end && end - now < options.Value.TokenLifetime ? end - now : options.Value.TokenLifetime;
        return new(await tokens.IssueAsync(Claims(still.Key, still.Plan), lifetime, ct), (int)lifetime.TotalSeconds);
    }

    private static Dictionary<string, object> Claims(ApiKey key, SubscriptionTier plan)
    {
        var claims = new Dictionary<string, object>
        {
            [TokenClaims.Subject] = key.Id,
            [TokenClaims.ApiKey] = key.Id,
            [TokenClaims.SessionId] = key.Id,
            [TokenClaims.TokenVersion] = ApiKeyMarks.TokenVersion,
            [TokenClaims.Workspace] = key.WorkspaceId,
            [TokenClaims.Permissions] = key.Scopes.Where(scope => PermissionCatalogue.Grantable.Any(permission => permission.Name == scope)),
            [TokenClaims.Plan] = plan.ToString().ToUpperInvariant(),
        };
        if (key.AccountIds is { } accounts)
        {
            // Without any claim the whole workspace would be open; no account has the empty id.
            claims[TokenClaims.Accounts] = accounts.Length == 0 ? [Guid.Empty] : accounts;
        }

        return claims;
    }

    private Task<Found?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken ct) => (
        from key in db.ApiKeys.AsNoTracking()
        join workspace in db.Workspaces on key.WorkspaceId equals workspace.Id
        join owner in db.Users on workspace.OwnerId equals owner.Id
        where key.Hash == hash && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now) && workspace.DeletedAt == null
        select new Found(key, owner.SubscriptionTier)).SingleOrDefaultAsync(ct);

    // The condition keeps several gateways from writing the same minute.
    private Task<int> NoteUseAsync(Guid keyId, DateTimeOffset now, CancellationToken ct) =>
        db.ApiKeys.Where(key => key.Id == keyId && (key.LastUsedAt == null || key.LastUsedAt <= now - UseInterval))
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, now), ct);

    private sealed record Found(ApiKey Key, SubscriptionTier Plan);
}
