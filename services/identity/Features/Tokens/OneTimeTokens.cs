using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Tokens;

/// <summary>Secrets of links in mails: 256 random bits, stored as a hash, good once and for a while.</summary>
internal sealed class OneTimeTokens(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>Adds a token to the unit of work and returns its text, which is not kept.</summary>
    public string Create(TokenPurpose purpose, Guid userId, string? payload, TimeSpan lifetime)
    {
        var secret = RefreshTokenSecret.Create();
        db.Add(OneTimeToken.Create(purpose, userId, secret.Hash(), payload, clock.GetUtcNow(), lifetime));
        return secret.Encode();
    }

    /// <summary>Looks whether a token is good, without using it up.</summary>
    public async Task<OneTimeToken?> FindAsync(TokenPurpose purpose, string? text, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(text, out var secret))
        {
            return null;
        }

        var hash = secret.Hash();
        var now = clock.GetUtcNow();
        return await db.OneTimeTokens.AsNoTracking().SingleOrDefaultAsync(
            token => token.TokenHash == hash && token.Purpose == purpose && token.UsedAt == null && token.ExpiresAt > now, ct);
    }

    /// <summary>
    /// Uses the token up in the caller's transaction, which it needs: a second caller waits here for the first one's commit and then
    /// gets null, like everybody whose token is unknown, expired or for something else. The caller saves and commits.
    /// </summary>
    public async Task<OneTimeToken?> RedeemAsync(TokenPurpose purpose, string? text, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A token is redeemed within a transaction only.");
        }

        if (!RefreshTokenSecret.TryParse(text, out var secret))
        {
            return null;
        }

        var hash = secret.Hash();
        var now = clock.GetUtcNow();
        var found = await db.OneTimeTokens
            .FromSql($"SELECT * FROM one_time_tokens WHERE token_hash = {hash} AND used_at IS NULL FOR UPDATE").SingleOrDefaultAsync(ct);
        if (found is null || found.Purpose != purpose || found.ExpiresAt <= now)
        {
            return null;
        }

        found.Use(now);
        return found;
    }

    /// <summary>Makes the user's unused tokens of this purpose worthless, at once or in the caller's transaction.</summary>
    public Task DiscardAsync(TokenPurpose purpose, Guid userId, CancellationToken ct) =>
        db.OneTimeTokens.Where(token => token.UserId == userId && token.Purpose == purpose && token.UsedAt == null).ExecuteDeleteAsync(ct);
}
