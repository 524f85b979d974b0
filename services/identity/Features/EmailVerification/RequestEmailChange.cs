using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.EmailVerification;

/// <summary>A new address.</summary>
/// <param name="NewEmail">At most 254 characters.</param>
public sealed record ChangeEmailRequest([property: Required, EmailFormat] string NewEmail);

internal static class RequestEmailChange
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/email", HandleAsync).WithName(nameof(RequestEmailChange)).RequireRecentLogin()
        .WithSummary("Sends a link to the new address; the account keeps its old one until the link is opened. The old address is told.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(
        ChangeEmailRequest request, CurrentUser current, IdentityDbContext db, VerificationMails verification, AuditTrail audit, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var wait = await verification.WaitAsync(current.Id, TokenPurpose.ChangeEmail, ct);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        var emailKey = User.KeyOf(request.NewEmail);
        if (await db.Users.AnyAsync(other => other.EmailKey == emailKey && other.Id != user.Id, ct))
        {
            return EmailProblems.Taken();
        }

        if (request.NewEmail == user.Email)
        {
            return Problems.BadRequest(ErrorCodes.Validation, "This is the address already.", new FieldError("newEmail", "must be another address than now."));
        }

        if (wait is { } time)
        {
            return Problems.TooManyRequests(ErrorCodes.RateLimited, "The address was to be changed too often within the hour; try again later.", time);
        }

        verification.SendChange(user, request.NewEmail);
        audit.Add("user.email_change_requested", AuditTarget.Of("user", user.Id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Accepted((string?)null);
    }
}
