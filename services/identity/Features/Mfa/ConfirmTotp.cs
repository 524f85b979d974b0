using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Proves that the app knows the secret.</summary>
/// <param name="Code">Six digits.</param>
public sealed record ConfirmTotpRequest([property: Required, StringLength(16)] string Code);

internal static class ConfirmTotp
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/totp/confirm", HandleAsync).WithName(nameof(ConfirmTotp))
        .WithSummary("Turns two-factor authentication on and answers with ten recovery codes.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> HandleAsync(
        ConfirmTotpRequest request, CurrentUser current, IdentityDbContext db, MfaChanges changes, SecondFactors factors, SessionConfirmation confirmation,
        IOptions<MfaOptions> options, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        var now = clock.GetUtcNow();
        var since = now - options.Value.EnrolmentLifetime;
        var started = await db.TotpCredentials.SingleOrDefaultAsync(
            credential => credential.UserId == user.Id && credential.ConfirmedAt == null && credential.CreatedAt > since, ct);
        if (started is null)
        {
            return Problems.Conflict(MfaErrors.NotStarted, "There is no new secret to confirm, or its time is over: ask for one at POST /api/v1/mfa/totp.");
        }

        var result = await factors.CheckCodeAsync(user.Id, request.Code, confirmed: false, ct);
        if (!result.Accepted)
        {
            return Refused(result);
        }

        started.Confirm(now);
        user.SetMfa(true, now);
        var codes = await changes.NewRecoveryCodesAsync(user.Id, ct);
        changes.Announce(user, "mfa.enabled");
        await db.SaveChangesAsync(ct);
        await confirmation.ConfirmAsync(current.SessionId, secondFactor: true, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new RecoveryCodesResponse(codes));
    }

    private static ProblemHttpResult Refused(FactorResult result) => result.Wait is { } wait
        ? MfaProblems.TooManyGuesses(wait)
        : Problems.BadRequest(
            MfaErrors.WrongCode, "The code is wrong. Is the clock of your phone right?", new FieldError("code", "is not the app's current code"));
}
