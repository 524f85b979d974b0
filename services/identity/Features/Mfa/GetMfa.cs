using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>The state of one's second factors.</summary>
/// <param name="Enabled">Whether a login asks for a second factor.</param>
/// <param name="Methods">What it may be: <c>totp</c>, <c>recoveryCode</c>, <c>passkey</c>.</param>
/// <param name="RecoveryCodesLeft">Unused recovery codes; get new ones before they run out.</param>
/// <param name="RememberedDevices">Browsers that are not asked.</param>
public sealed record MfaResponse(bool Enabled, IReadOnlyList<string> Methods, int RecoveryCodesLeft, int RememberedDevices);

internal static class GetMfa
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(GetMfa))
        .WithSummary("The state of the second factors.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<MfaResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, MfaChallenge challenge, RememberedDevices devices, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        return user is null
            ? Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.")
            : TypedResults.Ok(new MfaResponse(
                user.MfaEnabled,
                await challenge.MethodsAsync(user.Id, ct),
                user.MfaEnabled ? await db.RecoveryCodes.CountAsync(code => code.UserId == user.Id && code.UsedAt == null, ct) : 0,
                await devices.Live(user).CountAsync(ct)));
    }
}
