using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.EmailVerification;

/// <summary>The link of a mail.</summary>
/// <param name="Token">The one of the mail's link.</param>
public sealed record EmailTokenRequest([property: Required, StringLength(128)] string Token);

internal static class VerifyEmail
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/email/verify", HandleAsync).WithName(nameof(VerifyEmail)).AllowAnonymous()
        .WithSummary("Confirms an address by the link of a mail.").ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        EmailTokenRequest request, IdentityDbContext db, OneTimeTokens tokens, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await tokens.RedeemAsync(TokenPurpose.VerifyEmail, request.Token, ct) is not { } token
            || await db.Users.SingleOrDefaultAsync(user => user.Id == token.UserId && user.EmailKey == token.Payload && user.DeletedAt == null, ct) is not { } user)
        {
            return TokenProblems.Worthless();
        }

        user.VerifyEmail(clock.GetUtcNow());
        audit.Add("user.email_verified", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), workspaceId: null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
