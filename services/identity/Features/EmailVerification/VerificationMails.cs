using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.EmailVerification;

/// <summary>Sends links by which users show that an address is theirs, and bounds how many.</summary>
internal sealed class VerificationMails(
    IdentityDbContext db, OneTimeTokens tokens, AccountMails mails, IOptions<VerificationOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Adds link and mail to the unit of work. The link is for the address of now: after a change of it, it is worthless.</summary>
    public void Send(User user)
    {
        var lifetime = options.Value.Lifetime;
        mails.VerifyEmail(user, tokens.Create(TokenPurpose.VerifyEmail, user.Id, user.EmailKey, lifetime), clock.GetUtcNow() + lifetime);
    }

    /// <summary>Adds link and mails for a new address.</summary>
    public void SendChange(User user, string newEmail)
    {
        var lifetime = options.Value.Lifetime;
        mails.ChangeEmail(user, newEmail, tokens.Create(TokenPurpose.ChangeEmail, user.Id, newEmail, lifetime), clock.GetUtcNow() + lifetime);
        mails.EmailChangeRequested(user);
    }

    /// <summary>How long the user has to wait for the next mail of this kind, or null. The user's row is locked: two requests at once count one another.</summary>
    public async Task<TimeSpan?> WaitAsync(Guid userId, TokenPurpose purpose, CancellationToken ct)
    {
        await db.Users.FromSql($"SELECT * FROM users WHERE id = {userId} FOR UPDATE").Select(user => user.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var recent = await db.OneTimeTokens.Where(token => token.UserId == userId && token.Purpose == purpose && token.CreatedAt > now - Hour)
            .OrderByDescending(token => token.CreatedAt).Select(token => token.CreatedAt).Take(options.Value.MailsPerHour).ToListAsync(ct);
        return recent.Count < options.Value.MailsPerHour ? null : recent[^1] + Hour - now;
    }
}
