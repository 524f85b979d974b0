using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Tokens;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>A new password by somebody who got the mail.</summary>
/// <param name="Token">The one of the mail's link.</param>
/// <param name="NewPassword">8 to 128 characters with an upper-case letter, a lower-case letter and a digit, and not a common one.</param>
public sealed record ResetPasswordRequest(
    [property: Required, StringLength(128)] string Token,
    [property: Required, StrongPassword] string NewPassword);

internal static class ResetPassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/password/reset", HandleAsync).WithName(nameof(ResetPassword)).AllowAnonymous()
        .WithSummary("Sets a new password by the link of a mail; all sessions end, and a lock is lifted.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        ResetPasswordRequest request, IdentityDbContext db, OneTimeTokens tokens, PasswordGate passwords, NewPassword newPassword, LoginGuard guard,
        KnownDevice device, TimeProvider clock, CancellationToken ct)
    {
        // Hashing is dear: only for a link that is good, and not while its row is locked.
        if (await tokens.FindAsync(TokenPurpose.ResetPassword, request.Token, ct) is not { } good
            || await db.Users.SingleOrDefaultAsync(user => user.Id == good.UserId && user.EmailKey == good.Payload && user.DeletedAt == null, ct) is not { } user)
        {
            return TokenProblems.Worthless();
        }

        var hash = await passwords.HashAsync(user, request.NewPassword, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await tokens.RedeemAsync(TokenPurpose.ResetPassword, request.Token, ct) is null)
        {
            return TokenProblems.Worthless();
        }

        // The mail came to this address.
        user.VerifyEmail(clock.GetUtcNow());
        await newPassword.SetAsync(user, hash, keptSession: null, "user.password_reset", ct);
        await guard.ForgetStrangersAsync(user.EmailKey, ct);
        await transaction.CommitAsync(ct);
        device.Remember(user.EmailKey);
        return TypedResults.NoContent();
    }
}
