using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>What every new password brings with it: other sessions end, links under way are worthless, the user is told.</summary>
internal sealed class NewPassword(
    IdentityDbContext db, SessionService sessions, OneTimeTokens tokens, AccountMails mails, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Saves, within the caller's transaction.</summary>
    public async Task SetAsync(User user, string hash, Guid? keptSession, string action, CancellationToken ct)
    {
        user.SetPasswordHash(hash, clock.GetUtcNow());
        mails.PasswordChanged(user);
        audit.Add(action, AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), workspaceId: null);
        await db.SaveChangesAsync(ct);
        await tokens.DiscardAsync(TokenPurpose.ResetPassword, user.Id, ct);
        await tokens.DiscardAsync(TokenPurpose.ChangeEmail, user.Id, ct);
        await sessions.EndAllAsync(user.Id, keptSession, SessionEnd.PasswordChanged, ct);
    }
}
