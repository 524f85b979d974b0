using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.ServiceDefaults.Audit;
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
            "Opens a session; after too many failures from one address for one account 429 with Retry-After. 401 MFA_001 asks for the second factor: "
            + "give it with the answer's mfaToken at /auth/mfa/login.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        LoginRequest request, HttpContext http, IdentityDbContext db, PasswordGate passwords, LoginLimiter limiter, MfaChallenge challenge,
        LoginCompletion completion, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var emailKey = User.KeyOf(request.Email);
        var address = http.Connection.RemoteIpAddress?.ToString();
        if (await limiter.CountAsync(emailKey, address, ct) is { } wait)
        {
            return Problems.TooManyRequests(ErrorCodes.RateLimited, "Too many failed logins; try again later.", wait);
        }

        var user = await FindAsync(db, emailKey, ct);
        var verdict = await passwords.VerifyAsync(user, request.Password, ct);
        if (user is null || verdict == PasswordVerificationResult.Failed)
        {
            audit.Add("user.login_failed", new("user", user?.Id.ToString()), AuditActors.Anonymous, workspaceId: null);
            await db.SaveChangesAsync(ct);
            return InvalidCredentials();
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
    private static Task<User?> FindAsync(IdentityDbContext db, string emailKey, CancellationToken ct) => emailKey.Contains('\0')
        ? Task.FromResult<User?>(null)
        : db.Users.SingleOrDefaultAsync(user => user.EmailKey == emailKey && user.DeletedAt == null, ct);

    private static ProblemHttpResult InvalidCredentials() =>
        Problems.Unauthorized(AuthErrors.InvalidCredentials, "The e-mail address or the password is wrong.");
}
