using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>Who does not remember.</summary>
/// <param name="Email">The account's address.</param>
public sealed record ForgotPasswordRequest([property: Required, EmailFormat] string Email);

internal static class ForgotPassword
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/password/forgot", HandleAsync).WithName(nameof(ForgotPassword)).AllowAnonymous()
        .WithSummary("Sends a link to choose a new password, good once and for an hour. The answer is the same whether or not there is such an account.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    // The same look-up and the same one write for everybody; what is done only for an account is done after the answer.
    internal static async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(
        ForgotPasswordRequest request, IdentityDbContext db, AuditTrail audit, PasswordResetQueue queue, CancellationToken ct)
    {
        var emailKey = User.KeyOf(request.Email);
        var found = await db.Users.Where(user => user.EmailKey == emailKey && user.DeletedAt == null).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(ct);
        audit.Add("user.password_reset_requested", new AuditTarget("user", found?.ToString()), AuditActors.Anonymous, workspaceId: null);
        await db.SaveChangesAsync(ct);
        return queue.TryAdd(found)
            ? TypedResults.Accepted((string?)null)
            : Problems.Unavailable(ErrorCodes.Unavailable, "Too many ask for a new password at the moment; try again shortly.", PasswordResetQueue.RetryAfter);
    }
}
