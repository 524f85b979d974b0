using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>Checks answers to login challenges. The authenticator has verified its user, so a passkey stands for both factors.</summary>
internal sealed class PasskeyCheck(
    IdentityDbContext db, IPasskeyHandler<User> handler, PasskeyCeremonies ceremonies, AuditTrail audit, IHttpContextAccessor http, TimeProvider clock)
{
    private const int MaxLength = 16 * 1024;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Passkeys are checked in requests only.");

    public static string Text(JsonElement? credential) => credential?.GetRawText() is { Length: <= MaxLength } text ? text : "";

    /// <summary>Whose passkey it is; null when it is not accepted, which is recorded.</summary>
    public async Task<User?> UserOfAsync(PasskeyProof proof, CancellationToken ct)
    {
        if (await ceremonies.TakeAsync(PasskeyCeremonyKind.Login, proof.Ceremony, ct) is { } state)
        {
            var result = await handler.PerformAssertionAsync(
                new() { HttpContext = Http, CredentialJson = Text(proof.Credential), AssertionState = state });
            if (result.Succeeded && await TryUseAsync(result.User, result.Passkey, ct))
            {
                return result.User;
            }
        }

        audit.Add("user.login_failed", new("user"), AuditActors.Anonymous, null, after: new { step = "passkey" });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public static ProblemHttpResult NotAccepted() => Problems.Unauthorized(
        PasskeyErrors.NotAccepted, "The passkey was not accepted: it is unknown, was removed, or the question was too old. Ask for new options and try again.");

    // One statement: a passkey that was removed meanwhile is not used, and of two answers with one counter one wins.
    private async Task<bool> TryUseAsync(User user, UserPasskeyInfo used, CancellationToken ct)
    {
        var (now, count, id) = (clock.GetUtcNow(), (long)used.SignCount, used.CredentialId);
        return await db.Passkeys
            .Where(passkey => passkey.UserId == user.Id && passkey.CredentialId == id && (passkey.SignCount < count || (passkey.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(passkey => passkey.SignCount, count).SetProperty(passkey => passkey.IsBackedUp, used.IsBackedUp)
                    .SetProperty(passkey => passkey.LastUsedAt, now),
                ct) > 0;
    }
}
