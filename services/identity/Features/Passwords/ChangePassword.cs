using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>A new password by somebody who knows the old one.</summary>
/// <param name="CurrentPassword">The one of now.</param>
/// <param name="NewPassword">8 to 128 characters with an upper-case letter, a lower-case letter and a digit, and not a common one.</param>
public sealed record ChangePasswordRequest(
    [property: Required, StringLength(128)] string CurrentPassword,
    [property: Required, StrongPassword] string NewPassword);

internal static class ChangePassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/password/change", HandleAsync).WithName(nameof(ChangePassword))
        .RequireRecentLogin()
        .WithSummary("Changes the password; the user's other sessions end. After too many wrong ones 403 with Retry-After.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        ChangePasswordRequest request, CurrentUser current, IdentityDbContext db, PasswordGate passwords, LoginGuard guard, NewPassword newPassword,
        CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        var attempt = await guard.BeginAsync(LoginLane.OfSession(user.EmailKey, current.SessionId), ct);
        if (attempt.Wait is { } wait)
        {
            return LockoutProblems.Locked(wait);
        }

        if (await guard.LookAsync(attempt, () => passwords.VerifyAsync(user, request.CurrentPassword, ct)) == PasswordVerificationResult.Failed)
        {
            return Problems.Unauthorized(AuthErrors.InvalidCredentials, "The current password is wrong.");
        }

        await guard.SucceedAsync(attempt, ct);
        if (request.NewPassword == request.CurrentPassword)
        {
            return Problems.BadRequest(AuthErrors.WeakPassword, "The new password is the old one.", new FieldError("newPassword", "The password must be another one than before."));
        }

        var hash = await passwords.HashAsync(user, request.NewPassword, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await newPassword.SetAsync(user, hash, current.SessionId, "user.password_changed", ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
