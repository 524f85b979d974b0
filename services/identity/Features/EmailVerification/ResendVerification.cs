using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.EmailVerification;

internal static class ResendVerification
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/email/resend", HandleAsync).WithName(nameof(ResendVerification))
        .WithSummary("Sends the link that confirms the user's address once more; nothing when it is confirmed. Too often: 429 with Retry-After.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, VerificationMails verification, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var wait = await verification.WaitAsync(current.Id, TokenPurpose.VerifyEmail, ct);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (user.EmailVerified)
        {
            return TypedResults.Accepted((string?)null);
        }

        if (wait is { } time)
        {
            return Problems.TooManyRequests(ErrorCodes.RateLimited, "Enough mails were sent within the hour; look into the folder for spam, or ask later.", time);
        }

        verification.Send(user);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Accepted((string?)null);
    }
}
