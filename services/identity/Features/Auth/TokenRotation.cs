using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>
/// Exchanges a refresh token for the next one. A token that was used before is a theft and ends its session, with one exception: within
/// <see cref="SessionLifetimeOptions.RefreshGrace"/> of its use, and while its successor is unused, the same successor is answered again, because
/// two tabs at once or a lost answer look just like that.
/// </summary>
internal sealed partial class TokenRotation(
    IdentityDbContext db, SessionService sessions, IOptions<SessionLifetimeOptions> options, TimeProvider clock, ILogger<TokenRotation> logger)
{
    public async Task<RotationOutcome> RotateAsync(string token, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return RotationOutcome.Invalid;
        }

        try
        {
            return await TryRotateAsync(secret, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the token or ended the session between our read and our write: what is there now decides.
            db.ChangeTracker.Clear();
            return await TryRotateAsync(secret, ct);
        }
    }

    private async Task<RotationOutcome> TryRotateAsync(RefreshTokenSecret presented, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(presented.Hash(), ct) is not { } link)
        {
            return RotationOutcome.Invalid;
        }

        if (link.Session.EndedAt is not null)
        {
            // A refresh that crossed the end of the session may have written the key again.
            await sessions.DropKeyAsync(link.Session.Id, ct);
            return RotationOutcome.Invalid;
        }

        if (link.Token.ExpiresAt <= now)
        {
            return RotationOutcome.TooOld;
        }

        return link.Token.UsedAt is { } usedAt ? await RepeatAsync(link, presented, usedAt, now, ct) : await UseAsync(link, presented, now, ct);
    }

    private async Task<RotationOutcome> UseAsync(Link link, RefreshTokenSecret presented, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(link.Token.Rotate(presented, now, options.Value.RefreshTokenLifetime, out var next));
        link.Session.Extend(now, options.Value.RefreshTokenLifetime);
        var answer = await sessions.AnswerAsync(link.User, link.Session, link.Role, next, ct);

        // Redis first: when it is away the token must not be used up.
        await sessions.KeepKeyAsync(link.Session, ct);
        await db.SaveChangesAsync(ct);
        return RotationOutcome.Of(answer);
    }

    private async Task<RotationOutcome> RepeatAsync(
        Link link, RefreshTokenSecret presented, DateTimeOffset usedAt, DateTimeOffset now, CancellationToken ct)
    {
        var successor = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(token => token.PreviousId == link.Token.Id, ct);
        if (successor is { UsedAt: null, Salt: { } salt } && now - usedAt <= options.Value.RefreshGrace)
        {
            return RotationOutcome.Of(await sessions.AnswerAsync(link.User, link.Session, link.Role, presented.Derive(salt), ct));
        }

        LogReuse(link.Session.Id, link.User.Id);
        await sessions.EndAsync(link.Session.Id, SessionEnd.RefreshTokenReused, ct);
        return RotationOutcome.Invalid;
    }

    private Task<Link?> FindAsync(byte[] hash, CancellationToken ct) => (
        from token in db.RefreshTokens
        join session in db.Sessions on token.SessionId equals session.Id
        join user in db.Users on session.UserId equals user.Id
        join member in db.WorkspaceMembers on new { session.WorkspaceId, session.UserId } equals new { member.WorkspaceId, member.UserId }
        where token.TokenHash == hash && user.DeletedAt == null
        select new Link(token, session, user, member.Role)).SingleOrDefaultAsync(ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A used refresh token came back: session {SessionId} of user {UserId} was ended.")]
    private partial void LogReuse(Guid sessionId, Guid userId);

    private sealed record Link(RefreshToken Token, Session Session, User User, string Role);
}
