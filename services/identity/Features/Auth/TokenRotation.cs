using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>
/// Exchanges a refresh token for the next one. A token that was used before is a theft and ends its session, with one exception: within
/// <see cref="SessionLifetimeOptions.RefreshGrace"/> of its use, and while its successor is unused, the same successor is answered again, because
/// two tabs at once or a lost answer look just like that.
/// </summary>
internal sealed partial class TokenRotation(
    IdentityDbContext db, SessionService sessions, HomeWorkspace home, AuditTrail audit, IOptions<SessionLifetimeOptions> options,
    TimeProvider clock, ILogger<TokenRotation> logger)
{
    private const int Attempts = 3;

    // The one query of a refresh, made once: every client comes here every hour.
    private static readonly Func<IdentityDbContext, byte[], CancellationToken, Task<Link?>> Find = EF.CompileAsyncQuery(
        (IdentityDbContext db, byte[] hash, CancellationToken ct) => (
            from token in db.RefreshTokens.AsNoTracking()
            join session in db.Sessions on token.SessionId equals session.Id
            join user in db.Users on session.UserId equals user.Id
            from member in db.WorkspaceMembers
                .Where(member => member.WorkspaceId == session.WorkspaceId && member.UserId == session.UserId).DefaultIfEmpty()
            from workspace in db.Workspaces.Where(workspace => workspace.Id == session.WorkspaceId && workspace.DeletedAt == null).DefaultIfEmpty()
            from owner in db.Users.Where(owner => owner.Id == workspace.OwnerId).DefaultIfEmpty()
            from role in db.CustomRoles.Where(role => role.Id == member.RoleId).DefaultIfEmpty()
            where token.TokenHash == hash && user.DeletedAt == null
            select new Link
            {
                Token = token,
                Session = session,
                User = user,
                Role = member.Role,
                RoleId = member.RoleId,
                CustomRole = role.Permissions,
                AccountIds = member.AccountIds,
                Plan = (SubscriptionTier?)owner.SubscriptionTier,
            }).SingleOrDefault());

    public Task<RotationOutcome> RotateAsync(string token, CancellationToken ct) => RotateAsync(token, clientId: null, ct);

    /// <summary>The same for an OAuth client; it binds the session to itself, see <see cref="Session.MayBeRefreshedBy"/>.</summary>
    public async Task<RotationOutcome> RotateAsync(string token, string? clientId, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return RotationOutcome.Invalid;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryRotateAsync(secret, clientId, ct) is { } outcome)
            {
                return outcome;
            }
        }

        throw new DbUpdateConcurrencyException("The session changes faster than it can be refreshed.");
    }

    /// <summary>Null when somebody used the token or changed the session between our read and our write: what is there now decides.</summary>
    private async Task<RotationOutcome?> TryRotateAsync(RefreshTokenSecret presented, string? clientId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await Find(db, presented.Hash(), ct) is not { } link)
        {
            return RotationOutcome.Invalid;
        }

        if (link.User.DisabledAt is not null)
        {
            return RotationOutcome.ShutOut;
        }

        if (link.Session.EndedAt is not null)
        {
            // A refresh that crossed the end of the session may have written the key again.
            await sessions.DropKeyAsync(link.Session.Id, ct);
            return RotationOutcome.Invalid;
        }

        if (!link.Session.MayBeRefreshedBy(clientId))
        {
            return RotationOutcome.Invalid;
        }

        if (link.Token.ExpiresAt <= now)
        {
            return RotationOutcome.TooOld;
        }

        return link.Token.UsedAt is { } usedAt ? await RepeatAsync(link, presented, usedAt, now, ct) : await UseAsync(link, presented, clientId, now, ct);
    }

    private async Task<RotationOutcome?> UseAsync(
        Link link, RefreshTokenSecret presented, string? clientId, DateTimeOffset now, CancellationToken ct)
    {
        var access = await AccessAsync(link, ct);
        var successor = link.Token.Rotate(presented, now, options.Value.RefreshTokenLifetime, out var next);
        link.Session.Extend(now, options.Value.RefreshTokenLifetime);
        var answer = await sessions.AnswerAsync(link.User, link.Session, access, next, ct);

        // Redis first: when it is away the token must not be used up.
        await sessions.KeepKeyAsync(link.Session, ct);
        return await TrySaveAsync(link, successor, clientId, ct) ? RotationOutcome.Of(answer) : null;
    }

    /// <summary>
    /// All of it in one statement, and nothing of it unless session and token still are as they were read: a refresh that crosses another one,
    /// a logout, or a change of rights must lose. The session's row comes first: whoever else wants it waits here.
    /// </summary>
    private async Task<bool> TrySaveAsync(Link link, RefreshToken successor, string? clientId, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH extended AS (
                UPDATE sessions SET last_seen_at = {link.Session.LastSeenAt}, expires_at = {link.Session.ExpiresAt}, client_id = coalesce(client_id, {clientId})
                WHERE id = {link.Session.Id} AND ended_at IS NULL AND token_version = {link.Session.TokenVersion}
                    AND client_id IS NOT DISTINCT FROM {link.Session.ClientId}
                RETURNING id),
            used AS (
                UPDATE refresh_tokens SET used_at = {link.Token.UsedAt}, salt = NULL
                WHERE id = {link.Token.Id} AND used_at IS NULL AND EXISTS (SELECT 1 FROM extended)
                RETURNING id)
            INSERT INTO refresh_tokens (id, session_id, token_hash, previous_id, salt, created_at, expires_at)
            SELECT {successor.Id}, {successor.SessionId}, {successor.TokenHash}, id, {successor.Salt}, {successor.CreatedAt}, {successor.ExpiresAt} FROM used
            """, ct) == 1;

    private async Task<RotationOutcome> RepeatAsync(
        Link link, RefreshTokenSecret presented, DateTimeOffset usedAt, DateTimeOffset now, CancellationToken ct)
    {
        var successor = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(token => token.PreviousId == link.Token.Id, ct);
        if (successor is { UsedAt: null, Salt: { } salt } && now - usedAt <= options.Value.RefreshGrace)
        {
            return RotationOutcome.Of(await sessions.AnswerAsync(link.User, link.Session, await AccessAsync(link, ct), presented.Derive(salt), ct));
        }

        LogReuse(link.Session.Id, link.User.Id);
        audit.Add(
            "session.refresh_reused", AuditTarget.Of("session", link.Session.Id), AuditActors.Anonymous, link.Session.WorkspaceId,
            after: new { userId = link.User.Id });
        await sessions.EndAsync(link.Session.Id, SessionEnd.RefreshTokenReused, ct);
        return RotationOutcome.Invalid;
    }

    /// <summary>Who was removed from the session's workspace, or whose workspace was deleted, goes on in another one.</summary>
    private async Task<MemberAccess> AccessAsync(Link link, CancellationToken ct)
    {
        if (MemberAccess.From(link.Session.WorkspaceId, link.Role, link.RoleId, link.CustomRole, link.AccountIds, link.Plan) is { } access)
        {
            return access;
        }

        var other = await home.OfAsync(link.User, ct);
        link.Session.MoveTo(other.WorkspaceId);
        await db.Sessions.Where(session => session.Id == link.Session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.WorkspaceId, other.WorkspaceId), ct);
        return other;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A used refresh token came back: session {SessionId} of user {UserId} was ended.")]
    private partial void LogReuse(Guid sessionId, Guid userId);

    private sealed class Link
    {
        public required RefreshToken Token { get; init; }

        public required Session Session { get; init; }

        public required User User { get; init; }

        public required string? Role { get; init; }

        public required Guid? RoleId { get; init; }

        public required string[]? CustomRole { get; init; }

        public required Guid[]? AccountIds { get; init; }

        public required SubscriptionTier? Plan { get; init; }
    }
}
