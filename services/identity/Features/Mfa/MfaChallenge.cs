using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Asks for the second factor.</summary>
internal sealed class MfaChallenge(IdentityDbContext db, PendingLogins pending, RememberedDevices devices)
{
    /// <summary>
    /// Call it where the password was right and before anything is granted: 401 <c>MFA_001</c> for a user with MFA who is not on a remembered
    /// device, null where the login may go on.
    /// </summary>
    public async Task<ProblemHttpResult?> ForLoginAsync(User user, CancellationToken ct)
    {
        if (!user.MfaEnabled || await devices.RecogniseAsync(user, ct))
        {
            return null;
        }

        // A hash that was made anew must not wait for the second factor; and the token is bound to it.
        await db.SaveChangesAsync(ct);
        return Required(await MethodsAsync(user.Id, ct), await pending.StartAsync(user, ct));
    }

    public async Task<ProblemHttpResult> ForStepUpAsync(Guid userId, CancellationToken ct) => Required(await MethodsAsync(userId, ct), null);

    public async Task<IReadOnlyList<string>> MethodsAsync(Guid userId, CancellationToken ct)
    {
        var totp = await db.TotpCredentials.AnyAsync(credential => credential.UserId == userId && credential.ConfirmedAt != null, ct);
        var recovery = totp && await db.RecoveryCodes.AnyAsync(code => code.UserId == userId && code.UsedAt == null, ct);
        var passkey = await db.Passkeys.AnyAsync(passkey => passkey.UserId == userId, ct);
        return [.. new[] { totp ? "totp" : null, recovery ? "recoveryCode" : null, passkey ? "passkey" : null }.OfType<string>()];
    }

    private static ProblemHttpResult Required(IReadOnlyList<string> methods, string? token)
    {
        var members = new Dictionary<string, JsonElement> { ["methods"] = JsonSerializer.SerializeToElement(methods) };
        if (token is not null)
        {
            members["mfaToken"] = JsonSerializer.SerializeToElement(token);
        }

        return Problems.Create(StatusCodes.Status401Unauthorized, MfaErrors.Required, "Give your second factor.", members);
    }
}
