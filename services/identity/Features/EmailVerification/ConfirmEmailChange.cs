using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.EmailVerification;

internal static class ConfirmEmailChange
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/email/confirm-change", HandleAsync).WithName(nameof(ConfirmEmailChange)).AllowAnonymous()
        .WithSummary("Gives the account its new address by the link of a mail; 409 when somebody else has taken the address meanwhile.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        EmailTokenRequest request, IdentityDbContext db, OneTimeTokens tokens, AccountMails mails, SessionService sessions, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await tokens.RedeemAsync(TokenPurpose.ChangeEmail, request.Token, ct) is not { Payload: { } newEmail } token
            || await db.Users.SingleOrDefaultAsync(user => user.Id == token.UserId && user.DeletedAt == null, ct) is not { } user)
        {
            return TokenProblems.Worthless();
        }

        var oldEmail = user.Email;
        user.ChangeEmail(newEmail, clock.GetUtcNow());
        mails.EmailChanged(user, oldEmail);
        audit.Add("user.email_changed", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), workspaceId: null);

        // Links to the old address end with it, and access tokens name the address.
        await tokens.DiscardAsync(TokenPurpose.ResetPassword, user.Id, ct);
        try
        {
            await sessions.SaveAndRenewTokensAsync([user.Id], ct);
        }
        catch (DbUpdateException error) when (error.IsViolationOf(UserConfiguration.EmailIndex))
        {
            return EmailProblems.Taken();
        }

        await tokens.DiscardAsync(TokenPurpose.ChangeEmail, user.Id, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
