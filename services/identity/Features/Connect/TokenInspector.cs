using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>Finds out what a token is: whether it was issued here, and whether it is good at this moment.</summary>
internal sealed class TokenInspector(IdentityDbContext db, AccessTokenReader accessTokens, ClientCatalogue clients, TimeProvider clock)
{
    private const string RefreshTokenHint = "refresh_token";

    /// <summary>What the token is worth now; null when it is worth nothing, for whatever reason.</summary>
    public async Task<TokenFacts?> FindActiveAsync(string token, string? hint, CancellationToken ct) =>
        await FindAsync(token, hint, ct) is { } facts && await IsActiveAsync(facts, ct) ? facts : null;

    /// <summary>Which token this is, alive or not. The hint only says where to look first (RFC 7009, section 2.1).</summary>
    public async Task<TokenFacts?> FindAsync(string token, string? hint, CancellationToken ct) => hint == RefreshTokenHint
        ? await FindRefreshTokenAsync(token, ct) ?? await FindAccessTokenAsync(token, ct)
        : await FindAccessTokenAsync(token, ct) ?? await FindRefreshTokenAsync(token, ct);

    private async Task<TokenFacts?> FindAccessTokenAsync(string token, CancellationToken ct)
    {
        var facts = await accessTokens.ReadAsync(token, ct);
        return facts is { SessionId: { } id, ApiKeyId: null }
            ? facts with { ClientId = await db.Sessions.Where(session => session.Id == id).Select(session => session.ClientId).SingleOrDefaultAsync(ct) }
            : facts;
    }

    private async Task<TokenFacts?> FindRefreshTokenAsync(string token, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return null;
        }

        var hash = secret.Hash();
        var row = await (
            from link in db.RefreshTokens.AsNoTracking()
            join session in db.Sessions on link.SessionId equals session.Id
            where link.TokenHash == hash
            select new { link, session.UserId, session.WorkspaceId, session.ClientId, session.TokenVersion }).SingleOrDefaultAsync(ct);
        return row is null ? null : new TokenFacts
        {
            Subject = row.UserId.ToString(),
            SessionId = row.link.SessionId,

            // A used one is good no longer, and no session has version 0.
            Version = row.link.UsedAt is null ? row.TokenVersion : 0,
            ClientId = row.ClientId,
            Workspace = row.WorkspaceId,
            IssuedAt = row.link.CreatedAt,
            ExpiresAt = row.link.ExpiresAt,
        };
    }

    private async Task<bool> IsActiveAsync(TokenFacts facts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (facts.ExpiresAt <= now)
        {
            return false;
        }

        if (facts.ApiKeyId is { } keyId)
        {
            return await db.ApiKeys.AnyAsync(
                key => key.Id == keyId && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now)
                    && db.Workspaces.Any(workspace => workspace.Id == key.WorkspaceId && workspace.DeletedAt == null), ct);
        }

        return facts.SessionId is { } id
            ? await db.Sessions.AnyAsync(
                session => session.Id == id && session.EndedAt == null && session.ExpiresAt > now && session.TokenVersion <= facts.Version
                    && db.Users.Any(user => user.Id == session.UserId && user.DeletedAt == null), ct)
            : clients.Find(facts.ClientId) is not null;
    }
}
