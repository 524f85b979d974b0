using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

internal static class RenewRecoveryCodes
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/recovery-codes", HandleAsync).WithName(nameof(RenewRecoveryCodes)).RequireRecentLogin()
        .WithSummary("Ten new recovery codes; the earlier ones are good no longer.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, MfaChanges changes, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (!user.MfaEnabled)
        {
            return Problems.Conflict(MfaErrors.Off, "Two-factor authentication is off; set it up at POST /api/v1/mfa/totp.");
        }

        var codes = await changes.NewRecoveryCodesAsync(user.Id, ct);
        changes.Announce(user, "mfa.recovery_codes_renewed");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new RecoveryCodesResponse(codes));
    }
}
