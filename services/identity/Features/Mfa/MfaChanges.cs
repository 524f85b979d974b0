using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>What the changes of a user's second factors have in common: one at a time, told to the user and to the audit log.</summary>
internal sealed class MfaChanges(IdentityDbContext db, MfaMails mails, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Waits for other changes of this user; in the caller's transaction.</summary>
    public Task<User?> LockAsync(Guid userId, CancellationToken ct) =>
        db.Users.FromSql($"SELECT * FROM users WHERE id = {userId} FOR UPDATE").SingleOrDefaultAsync(user => user.DeletedAt == null, ct);

    /// <summary>Ten new codes in place of all earlier ones; in the caller's transaction.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid userId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(code => code.UserId == userId).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, RecoveryCode.SetSize).Select(_ => RecoveryCode.Create(userId, clock.GetUtcNow())).ToList();
        db.AddRange(codes.Select(code => code.Row));
        return [.. codes.Select(code => code.Text)];
    }

    /// <summary>Adds audit entry and mail to the unit of work.</summary>
    public void Announce(User user, string action, AuditTarget? target = null)
    {
        audit.Add(action, target ?? AuditTarget.Of("user", user.Id));
        mails.Changed(user);
    }
}
