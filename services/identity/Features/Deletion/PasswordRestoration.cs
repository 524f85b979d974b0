using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Passwords;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>Restores for an address and its password. A guess counts like one at the login.</summary>
internal sealed class PasswordRestoration(
    IdentityDbContext db, LaneFinder lanes, LoginGuard guard, FailedLogin failure, PasswordGate passwords, AccountRestoration restoration)
{
    public async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(string email, string password, HttpContext http, CancellationToken ct)
    {
        var emailKey = User.KeyOf(email);
        var attempt = await guard.BeginAsync(await lanes.FindAsync(emailKey, http.Connection.RemoteIpAddress, ct), ct);
        if (attempt.Wait is { } wait)
        {
            return LockoutProblems.Locked(wait);
        }

        var user = await Login.FindAsync(db, emailKey, ct);
        if (await guard.LookAsync(attempt, () => passwords.VerifyAsync(user, password, ct)) == PasswordVerificationResult.Failed || user is null)
        {
            await failure.RecordAsync(user, attempt, ct);
            return Login.InvalidCredentials();
        }

        await guard.SucceedAsync(attempt, ct);
        return user.DisabledAt is null ? await RestoreAsync(user.Id, ct) : AuthErrors.AccountDisabled();
    }

    private async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid userId, CancellationToken ct)
    {
        // The row is read again once it is locked.
        db.ChangeTracker.Clear();
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (!await restoration.TryRestoreAsync(userId, ct))
        {
            return DeletionProblems.RestoreRefused();
        }

        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
