using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>The second half of a login: either a code or a recovery code.</summary>
/// <param name="MfaToken">From the 401 <c>MFA_001</c> of the first half; good for five minutes and one login.</param>
/// <param name="Code">Six digits of the authenticator app.</param>
/// <param name="RecoveryCode">One of the ten recovery codes.</param>
/// <param name="RememberDevice">Whether this browser is not to be asked again for 30 days; sets a cookie.</param>
public sealed record MfaLoginRequest(
    [property: Required, StringLength(128)] string MfaToken,
    [property: StringLength(16)] string? Code = null,
    [property: StringLength(64)] string? RecoveryCode = null,
    bool RememberDevice = false);

internal static class MfaLogin
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/mfa/login", HandleAsync).WithName(nameof(MfaLogin)).AllowAnonymous()
        .WithSummary("Completes a login with the second factor; after five wrong codes the login begins anew.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        MfaLoginRequest request, HttpContext http, IdentityDbContext db, PendingLogins pending, SecondFactors factors, MfaMails mails,
        RememberedDevices devices, FailedMfaLogin failure, LoginCompletion completion, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(request.Code) == string.IsNullOrEmpty(request.RecoveryCode))
        {
            return Problems.BadRequest(ErrorCodes.Validation, "Give either a code or a recovery code.", new FieldError("code", "or recoveryCode must be given"));
        }

        if (await pending.TryAsync(request.MfaToken, ct) is not { } login || await UserAsync(db, login, ct) is not { } user)
        {
            return MfaProblems.LoginGone();
        }

        var result = await factors.CheckAsync(user.Id, request.Code, request.RecoveryCode, ct);
        if (result.Wait is { } wait)
        {
            return MfaProblems.TooManyGuesses(wait);
        }

        if (!result.Accepted)
        {
            return await RefuseAsync(request, user, result, login.LastAttempt, pending, factors, failure, ct);
        }

        if (!await pending.EndAsync(request.MfaToken, ct))
        {
            return MfaProblems.LoginGone();
        }

        var device = request.RememberDevice ? devices.Remember(user) : default;
        if (request.RecoveryCode is { Length: > 0 })
        {
            mails.Changed(user);
        }

        try
        {
            var answer = await completion.CompleteAsync(user, secondFactor: true, ct);
            if (device.Token is not null && answer.Result is Ok<AuthResponse>)
            {
                DeviceCookie.Write(http, device.Token, device.ExpiresAt);
            }

            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefuseAsync(request, user, result, login.LastAttempt, pending, factors, failure, ct);
        }
    }

    private static async Task<ProblemHttpResult> RefuseAsync(
        MfaLoginRequest request, User user, FactorResult result, bool lastAttempt, PendingLogins pending, SecondFactors factors,
        FailedMfaLogin failure, CancellationToken ct)
    {
        await factors.RecordFailureAsync(user, result, ct);
        if (!lastAttempt)
        {
            return MfaProblems.WrongCode();
        }

        await pending.EndAsync(request.MfaToken, ct);
        await failure.CountAsync(user, ct);
        return MfaProblems.LoginGone();
    }

    // Whoever began the login with a password that has been changed since does not get in with it.
    private static async Task<User?> UserAsync(IdentityDbContext db, PendingLogin login, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == login.UserId && user.DeletedAt == null, ct);
        return user is not null && CryptographicOperations.FixedTimeEquals(user.PasswordMark(), login.PasswordMark) ? user : null;
    }
}
