using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Deletion;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Who wants in.</summary>
/// <param name="Email">Compared without case.</param>
/// <param name="Password">As it was registered.</param>
public sealed record LoginRequest(
    [property: Required, StringLength(254)] string Email,
    [property: Required, StringLength(128)] string Password);

internal static class Login
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/login", HandleAsync).WithName(nameof(Login)).AllowAnonymous()
        .WithSummary(
            "Opens a session; after too many failures 403 AUTH_006 with Retry-After, which devices used before are spared. 401 MFA_001 asks for the second factor: "
            + "give it with the answer's mfaToken at /auth/mfa/login.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        LoginRequest request, HttpContext http, IdentityDbContext db, PasswordGate passwords, LaneFinder lanes, LoginGuard guard,
        FailedLogin failure, MfaChallenge challenge, LoginCompletion completion, TimeProvider clock, CancellationToken ct)
    {
        var emailKey = User.KeyOf(request.Email);
        var attempt = await guard.BeginAsync(await lanes.FindAsync(emailKey, http.Connection.RemoteIpAddress, ct), ct);
        if (attempt.Wait is { } wait)
        {
            return LockoutProblems.Locked(wait);
        }

        var user = await FindAsync(db, emailKey, ct);
        var verdict = await guard.LookAsync(attempt, () => passwords.VerifyAsync(user, request.Password, ct));
        if (user is null || verdict == PasswordVerificationResult.Failed)
        {
            await failure.RecordAsync(user, attempt, ct);
            return InvalidCredentials();
        }

        await guard.SucceedAsync(attempt, ct);
        if (user.DeletedAt is not null)
        {
            return DeletionProblems.Closed();
        }

        if (user.DisabledAt is not null)
        {
            return AuthErrors.AccountDisabled();
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.SetPasswordHash(await passwords.HashAsync(user, request.Password, ct), clock.GetUtcNow());
        }

        return await challenge.ForLoginAsync(user, ct) is { } required ? required : await completion.CompleteAsync(user, secondFactor: false, ct);
    }

    // A zero character cannot be in the table, and PostgreSQL refuses to look for one.
    internal static Task<User?> FindAsync(IdentityDbContext db, string emailKey, CancellationToken ct) => emailKey.Contains('\0')
        ? Task.FromResult<User?>(null)
        : db.Users.SingleOrDefaultAsync(user => user.EmailKey == emailKey, ct);

    internal static ProblemHttpResult InvalidCredentials() =>
        Problems.Unauthorized(AuthErrors.InvalidCredentials, "The e-mail address or the password is wrong.");
}
