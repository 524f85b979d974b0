using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>
/// Opens and ends sessions. PostgreSQL holds the record; the key in Redis is what the gateway looks for at each request, so a session
/// whose key cannot be written is not opened at all.
/// </summary>
internal sealed class SessionService(
    IdentityDbContext db, RedisStore redis, AccessTokenIssuer tokens, NewLoginNotice notice, IHttpContextAccessor http, AuditTrail audit,
    IOptions<SessionLifetimeOptions> options, TimeProvider clock)
{
    private SessionLifetimeOptions Options => options.Value;

    /// <summary>A session of somebody who has given no second factor.</summary>
    public Task<AuthResponse> OpenAsync(User user, MemberAccess access, CancellationToken ct) => OpenAsync(user, access, secondFactor: false, ct);

    /// <summary>Adds the session to the unit of work; the caller saves it. A key without a saved session opens nothing and expires.</summary>
    public async Task<AuthResponse> OpenAsync(User user, MemberAccess access, bool secondFactor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = http.HttpContext;
        var session = Session.Open(
            user.Id, access.WorkspaceId, request?.Request.Headers.UserAgent, request?.Connection.RemoteIpAddress?.ToString(), now,
            Options.RefreshTokenLifetime);
        session.Confirm(now, secondFactor);
        var secret = RefreshTokenSecret.Create();
        if (db.Entry(user).State != EntityState.Added)
        {
            await notice.AddAsync(user, session, ct);
        }

        db.Add(session);
        audit.Add("user.logged_in", AuditTarget.Of("session", session.Id), AuditActors.User(user.Id), session.WorkspaceId);
        db.Add(RefreshToken.First(session.Id, secret, now, Options.RefreshTokenLifetime));
        await KeepKeyAsync(session, ct);
        return await AnswerAsync(user, session, access, secret, ct);
    }

    public Task KeepKeyAsync(Session session, CancellationToken ct) =>
        redis.SetAsync(SessionKeys.Of(session.Id), session.TokenVersion.ToString(CultureInfo.InvariantCulture), Options.RefreshTokenLifetime, ct);

    public Task DropKeyAsync(Guid sessionId, CancellationToken ct) => redis.DeleteAsync(SessionKeys.Of(sessionId), ct);

    /// <summary>The session of a refresh token, used up or not; null where there is none.</summary>
    public async Task<Session?> FindByRefreshTokenAsync(string token, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return null;
        }

        var hash = secret.Hash();
        return await db.Sessions.AsNoTracking()
            .SingleOrDefaultAsync(session => db.RefreshTokens.Any(link => link.TokenHash == hash && link.SessionId == session.Id), ct);
    }

    /// <summary>
    /// Ends the session and saves the unit of work with it; false when the session had ended before, and then nothing is saved. Redis is told
    /// before the commit: while it is away nothing ends, and the caller learns of it.
    /// </summary>
    public async Task<bool> EndAsync(Guid sessionId, SessionEnd reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var unit = await UnitOfWork.BeginAsync(db, ct);
        var ended = await db.Sessions.Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now).SetProperty(session => session.EndReason, reason), ct) == 1;
        await DropKeyAsync(sessionId, ct);
        if (ended)
        {
            await db.SaveChangesAsync(ct);
            await unit.CommitAsync(ct);
        }

        return ended;
    }

    /// <summary>Ends the user's sessions, all or all but one, and saves the unit of work with it: returns how many there were.</summary>
    public async Task<int> EndAllAsync(Guid userId, Guid? except, SessionEnd reason, CancellationToken ct)
    {
        await using var unit = await UnitOfWork.BeginAsync(db, ct);
        await db.SaveChangesAsync(ct);
        var now = clock.GetUtcNow();
        var live = await LiveSessions([userId], now).AsNoTracking().ToListAsync(ct);
        var ids = live.Select(session => session.Id).Where(id => id != except).ToList();
        await db.Sessions.Where(session => ids.Contains(session.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now).SetProperty(session => session.EndReason, reason), ct);
        foreach (var id in ids)
        {
            await DropKeyAsync(id, ct);
        }

        await unit.CommitAsync(ct);
        return ids.Count;
    }

    /// <summary>
    /// Saves the unit of work and makes the access tokens of these users stale, so that they refresh and learn their new rights. The sessions
    /// stay locked until the commit: a refresh or a logout that crosses it waits, and then finds what is true.
    /// </summary>
    /// <param name="userIds">Whose rights change.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="transaction">The caller's transaction, if any: it is committed here.</param>
    public async Task SaveAndRenewTokensAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct, IDbContextTransaction? transaction = null)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.SaveChangesAsync(ct);
        var now = clock.GetUtcNow();
        var live = db.Sessions.Where(session => userIds.Contains(session.UserId) && session.EndedAt == null && session.ExpiresAt > now);

        // Counted by the database: neither a refresh nor another change of rights at the same time can make it fail.
        await live.ExecuteUpdateAsync(set => set.SetProperty(session => session.TokenVersion, session => session.TokenVersion + 1), ct);
        var renewed = await live.AsNoTracking().ToListAsync(ct);
        foreach (var session in renewed)
        {
            await KeepKeyAsync(session, ct);
        }

        if ((own ?? transaction) is { } open)
        {
            await open.CommitAsync(ct);
        }
    }

    public async Task<AuthResponse> AnswerAsync(User user, Session session, MemberAccess access, RefreshTokenSecret secret, CancellationToken ct)
    {
        var token = await IssueAccessAsync(user, session, access, ct);
        return new(token, secret.Encode(), ExpiresIn, "Bearer", UserResponse.From(user));
    }

    /// <summary>Life of an access token in seconds.</summary>
    public int ExpiresIn => (int)Options.AccessTokenLifetime.TotalSeconds;

    public ValueTask<string> IssueAccessAsync(User user, Session session, MemberAccess access, CancellationToken ct) =>
        tokens.IssueAsync(UserClaims(user, session, access), Options.AccessTokenLifetime, ct);

    /// <summary>Locked in one order, so that two who lock the same sessions wait and do not block each other for ever.</summary>
    private IQueryable<Session> LiveSessions(IReadOnlyCollection<Guid> userIds, DateTimeOffset now)
    {
        var ids = userIds.ToArray();
        return db.Sessions.FromSql(
            $"SELECT * FROM identity.sessions WHERE user_id = ANY ({ids}) AND ended_at IS NULL AND expires_at > {now} ORDER BY id FOR UPDATE");
    }

    private static Dictionary<string, object> UserClaims(User user, Session session, MemberAccess access)
    {
        var claims = new Dictionary<string, object>
        {
            [TokenClaims.Subject] = user.Id,
            [TokenClaims.Email] = user.Email,
            [TokenClaims.SessionId] = session.Id,
            [TokenClaims.TokenVersion] = session.TokenVersion,
            [TokenClaims.Workspace] = session.WorkspaceId,
            [TokenClaims.Permissions] = user.IsPlatformAdmin ? [.. access.Permissions, Permissions.PlatformAdmin] : access.Permissions,
            [TokenClaims.Plan] = access.Tier,
        };
        if (access.AccountIds is { } accounts)
        {
            // Without any claim the whole workspace would be open; no account has the empty id.
            claims[TokenClaims.Accounts] = accounts.Count == 0 ? [Guid.Empty] : accounts;
        }

        return claims;
    }
}
