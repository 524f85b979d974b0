using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

internal static class RemoveTotp
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/totp", HandleAsync).WithName(nameof(RemoveTotp)).RequireRecentLogin()
        .WithSummary("Turns two-factor authentication off: forgets the app, the recovery codes and the remembered devices.")
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        CurrentUser current, HttpContext http, IdentityDbContext db, MfaChanges changes, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        await db.TotpCredentials.Where(credential => credential.UserId == user.Id).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(code => code.UserId == user.Id).ExecuteDeleteAsync(ct);
        await db.RememberedDevices.Where(device => device.UserId == user.Id).ExecuteDeleteAsync(ct);
        if (user.MfaEnabled)
        {
            user.SetMfa(false, clock.GetUtcNow());
            changes.Announce(user, "mfa.disabled");
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        DeviceCookie.Delete(http);
        return TypedResults.NoContent();
    }
}
