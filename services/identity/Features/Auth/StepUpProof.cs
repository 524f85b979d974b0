using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Features.Passkeys;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Looks at what is given for a step-up. Failures count like those of logins.</summary>
internal sealed class StepUpProof(
    IdentityDbContext db, CurrentUser current, LoginGuard guard, PasswordGate passwords, SecondFactors factors, PasskeyCheck passkeys,
    SessionConfirmation confirmation, AuditTrail audit)
{
    public async Task<Results<NoContent, ProblemHttpResult>> ByPasswordAsync(User user, string password, CancellationToken ct)
    {
        var attempt = await guard.BeginAsync(LoginLane.OfSession(user.EmailKey, current.SessionId), ct);
        if (attempt.Wait is { } wait)
        {
            return LockoutProblems.Locked(wait);
        }

        if (await guard.LookAsync(attempt, () => passwords.VerifyAsync(user, password, ct)) == PasswordVerificationResult.Failed)
        {
            audit.Add("user.login_failed", AuditTarget.Of("user", user.Id), after: new { step = "step-up" });
            await db.SaveChangesAsync(ct);
            return Problems.Unauthorized(AuthErrors.InvalidCredentials, "The password is wrong.");
        }

        await guard.SucceedAsync(attempt, ct);
        return await ConfirmAsync(secondFactor: false, ct);
    }

    public async Task<Results<NoContent, ProblemHttpResult>> ByCodeAsync(User user, string? code, string? recoveryCode, CancellationToken ct)
    {
        var attempt = await guard.BeginAsync(LoginLane.OfSession(user.EmailKey, current.SessionId), ct);
        if (attempt.Wait is { } wait)
        {
            return LockoutProblems.Locked(wait);
        }

        var result = await factors.CheckAsync(user.Id, code, recoveryCode, ct);
        if (result.Wait is { } pause)
        {
            return MfaProblems.TooManyGuesses(pause);
        }

        try
        {
            if (result.Accepted)
            {
                await guard.SucceedAsync(attempt, ct);
                return await ConfirmAsync(secondFactor: true, ct);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request has used the code.
        }

        await factors.RecordFailureAsync(user, result, ct);
        return MfaProblems.WrongCode();
    }

    public async Task<Results<NoContent, ProblemHttpResult>> ByPasskeyAsync(User user, PasskeyProof proof, CancellationToken ct) =>
        await passkeys.UserOfAsync(proof, ct) is { } owner && owner.Id == user.Id
            ? await ConfirmAsync(secondFactor: true, ct)
            : PasskeyCheck.NotAccepted();

    private async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(bool secondFactor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        audit.Add("session.confirmed", AuditTarget.Of("session", current.SessionId), after: new { secondFactor });
        await db.SaveChangesAsync(ct);
        if (!await confirmation.ConfirmAsync(current.SessionId, secondFactor, ct))
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "This session has ended; log in again.");
        }

        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
