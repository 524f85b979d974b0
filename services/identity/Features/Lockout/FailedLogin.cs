using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Lockout;

/// <summary>Records a wrong password; the one that locks the strangers out is told to the owner, once a lock.</summary>
internal sealed class FailedLogin(IdentityDbContext db, AuditTrail audit, AccountMails mails, TimeProvider clock)
{
    public async Task RecordAsync(User? user, LoginAttempt attempt, CancellationToken ct)
    {
        var target = new AuditTarget("user", user?.Id.ToString());
        audit.Add("user.login_failed", target, AuditActors.Anonymous, workspaceId: null);
        if (attempt.Lock is { } time)
        {
            audit.Add("user.locked", target, AuditActors.Anonymous, workspaceId: null, after: new { minutes = time.TotalMinutes, knownDevice = attempt.IsKnown });
        }

        if (attempt is { Lock: { } length, IsKnown: false } && user is not null)
        {
            mails.Locked(user, clock.GetUtcNow() + length);
        }

        await db.SaveChangesAsync(ct);
    }
}
