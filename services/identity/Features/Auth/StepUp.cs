using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Features.Passkeys;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Proof that it is still the user: exactly one of these. Users with two-factor authentication give a second factor.</summary>
/// <param name="Password">Of users without two-factor authentication.</param>
/// <param name="Code">Six digits of the authenticator app.</param>
/// <param name="RecoveryCode">One of the ten recovery codes.</param>
/// <param name="Passkey">The answer to a challenge of <c>/auth/passkey/options</c>.</param>
public sealed record StepUpRequest(
    [property: StringLength(128)] string? Password = null,
    [property: StringLength(16)] string? Code = null,
    [property: StringLength(64)] string? RecoveryCode = null,
    PasskeyProof? Passkey = null);

internal static class StepUp
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/step-up", HandleAsync).WithName(nameof(StepUp))
        .WithSummary("Confirms who is there before something sensitive (403 AUTH_008). 401 MFA_001 when the password is not enough.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        StepUpRequest request, CurrentUser current, IdentityDbContext db, MfaChallenge challenge, StepUpProof proof, CancellationToken ct)
    {
        if (new[] { request.Password, request.Code, request.RecoveryCode, request.Passkey?.Ceremony }.Count(given => !string.IsNullOrEmpty(given)) != 1)
        {
            return Problems.BadRequest(
                ErrorCodes.Validation, "Give exactly one proof.", new FieldError("password", "or code, recoveryCode or passkey must be given, one of them"));
        }

        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (request.Passkey is { } passkey)
        {
            return await proof.ByPasskeyAsync(user, passkey, ct);
        }

        if (request.Password is { Length: > 0 } password)
        {
            return user.MfaEnabled ? await challenge.ForStepUpAsync(user.Id, ct) : await proof.ByPasswordAsync(user, password, ct);
        }

        return user.MfaEnabled
            ? await proof.ByCodeAsync(user, request.Code, request.RecoveryCode, ct)
            : Problems.Conflict(MfaErrors.Off, "Two-factor authentication is off: give the password.");
    }
}
