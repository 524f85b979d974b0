using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>
/// Checks codes of the authenticator app and recovery codes. An accepted one is marked in the unit of work; of two requests with one code
/// the second meets a <see cref="DbUpdateConcurrencyException"/> when it saves, which means that the code was wrong.
/// </summary>
internal sealed class SecondFactors(
    IdentityDbContext db, SecretSealer sealer, GuessLimiter guesses, MfaMails notices, AuditTrail audit, TimeProvider clock)
{
    public Task<FactorResult> CheckAsync(Guid userId, string? code, string? recoveryCode, CancellationToken ct) =>
        recoveryCode is { Length: > 0 } ? CheckRecoveryCodeAsync(userId, recoveryCode, ct) : CheckCodeAsync(userId, code ?? "", confirmed: true, ct);

    /// <summary>A code of the app; of one that waits for its first code when <paramref name="confirmed"/> is false.</summary>
    public async Task<FactorResult> CheckCodeAsync(Guid userId, string code, bool confirmed, CancellationToken ct)
    {
        var (wait, last) = await guesses.CountAsync(userId, ct);
        if (wait is not null)
        {
            return new(false, wait);
        }

        var credential = await db.TotpCredentials.SingleOrDefaultAsync(known => known.UserId == userId && known.ConfirmedAt != null == confirmed, ct);
        if (credential is null || !credential.TryUse(Open(credential), Digits(code), clock.GetUtcNow()))
        {
            return new(false, LastGuess: last);
        }

        await guesses.ForgetAsync(userId, ct);
        return new(true);
    }

    /// <summary>Forgets what a failed save has left in the unit of work, and records the failure.</summary>
    public async Task RecordFailureAsync(User user, FactorResult result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        audit.Add("mfa.failed", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), null);
        if (result.LastGuess)
        {
            audit.Add("user.locked", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), null, after: new { what = "codes" });
            notices.Guessed(user);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<FactorResult> CheckRecoveryCodeAsync(Guid userId, string text, CancellationToken ct)
    {
        var hash = RecoveryCode.Hash(userId, text);
        var code = await db.RecoveryCodes.SingleOrDefaultAsync(known => known.UserId == userId && known.CodeHash == hash && known.UsedAt == null, ct);
        if (code is null)
        {
            return new(false);
        }

        code.Use(clock.GetUtcNow());
        audit.Add("mfa.recovery_code_used", AuditTarget.Of("user", userId), AuditActors.User(userId), null);
        return new(true);
    }

    private byte[] Open(TotpCredential credential) =>
        sealer.Open(new(credential.SealingKeyId, credential.SealedSecret), TotpCredential.Context(credential.UserId));

    // Apps show the digits in two groups, and so people type them.
    private static string Digits(string code) => string.Concat(code.Where(static character => !char.IsWhiteSpace(character)));
}
