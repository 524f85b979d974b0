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
    public Task<RotationOutcome> RotateAsync(string token, CancellationToken ct) => RotateAsync(token, clientId: null, ct);

    /// <summary>The same for an OAuth client; it binds the session to itself, see <see cref="Session.MayBeRefreshedBy"/>.</summary>
    public async Task<RotationOutcome> RotateAsync(string token, string? clientId, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return RotationOutcome.Invalid;
        }

        try
        {
            return await TryRotateAsync(secret, clientId, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the token or ended the session between our read and our write: what is there now decides.
            db.ChangeTracker.Clear();
            return await TryRotateAsync(secret, clientId, ct);
        }
    }

    private async Task<RotationOutcome> TryRotateAsync(RefreshTokenSecret presented, string? clientId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(presented.Hash(), ct) is not { } link)
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

    private async Task<RotationOutcome> UseAsync(
        Link link, RefreshTokenSecret presented, string? clientId, DateTimeOffset now, CancellationToken ct)
    {
        link.Session.BindTo(clientId);
        db.Add(link.Token.Rotate(presented, now, options.Value.RefreshTokenLifetime, out var next));
        link.Session.Extend(now, options.Value.RefreshTokenLifetime);
        var answer = await sessions.AnswerAsync(link.User, link.Session, await AccessAsync(link, ct), next, ct);

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
        await db.SaveChangesAsync(ct);
        return other;
    }

    // The one query of a refresh.
    private Task<Link?> FindAsync(byte[] hash, CancellationToken ct) => (
        from token in db.RefreshTokens
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
        }).SingleOrDefaultAsync(ct);

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
