using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>An administrator of the platform: a user who is there already, or a new one. A repeat changes nothing.</summary>
internal sealed class AdminCreation(
    IdentityDbContext db, PasswordGate passwords, OneTimeTokens tokens, AccountLinks links, SessionService sessions, AuditTrail audit,
    IOptions<PasswordLimitOptions> options, TimeProvider clock)
{
    private const string Name = "Administrator";
    private static readonly EmailFormatAttribute EmailFormat = new();

    /// <param name="email">Whose.</param>
    /// <param name="password">For a new user; without it a link to choose one is made.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(bool Succeeded, string Message)> CreateAsync(string email, string? password, CancellationToken ct)
    {
        if (email.Length == 0 || !EmailFormat.IsValid(email))
        {
            return (false, "Name an e-mail address: --create-admin EMAIL");
        }

        if (!string.IsNullOrEmpty(password) && PasswordRules.Complaint(password) is { } complaint)
        {
            return (false, complaint);
        }

        var emailKey = User.KeyOf(email);
        var user = await db.Users.SingleOrDefaultAsync(known => known.EmailKey == emailKey, ct);
        return user is null ? await AddAsync(email, password, ct) : await PromoteAsync(user, ct);
    }

    private async Task<(bool Succeeded, string Message)> PromoteAsync(User user, CancellationToken ct)
    {
        if (user.DeletedAt is not null || user.DisabledAt is not null)
        {
            return (false, $"The account of {user.Email} is deleted or disabled: restore it first, or name another address.");
        }

        if (user.IsPlatformAdmin)
        {
            return (true, $"{user.Email} is an administrator of the platform already; nothing was changed.");
        }

        user.SetPlatformAdmin(true, clock.GetUtcNow());
        Note(user);
        await sessions.SaveAndRenewTokensAsync([user.Id], ct);
        return (true, $"{user.Email} is an administrator of the platform now; the password is the one it was.");
    }

    private async Task<(bool Succeeded, string Message)> AddAsync(string email, string? password, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = User.Register(email, Name, null, null, now);

        // Without a password nobody can log in until the link was used: the hash is of something that is not kept.
        var chosen = string.IsNullOrEmpty(password) ? RandomNumberGenerator.GetHexString(64) : password;
        user.SetPasswordHash(await passwords.HashAsync(user, chosen, ct), now);
        user.VerifyEmail(now);
        user.SetPlatformAdmin(true, now);
        var workspace = Workspace.Create(user.Name, user.Id, now);
        db.AddRange(user, workspace, WorkspaceMember.Join(workspace.Id, user.Id, Roles.Owner, now));
        Note(user);
        var link = string.IsNullOrEmpty(password)
            ? links.ResetPassword(tokens.Create(TokenPurpose.ResetPassword, user.Id, user.EmailKey, options.Value.ResetLifetime))
            : null;
        await db.SaveChangesAsync(ct);
        return (true, link is null
            ? $"{email} is an administrator of the platform now."
            : $"{email} is an administrator of the platform now. Choose a password within {options.Value.ResetLifetime.TotalMinutes:0} minutes at\n{link}");
    }

    private void Note(User user) =>
        audit.Add("user.admin_granted", AuditTarget.Of("user", user.Id), AuditActors.Service("command-line"), workspaceId: null);
}
