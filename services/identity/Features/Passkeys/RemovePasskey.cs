using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class RemovePasskey
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{id:guid}", HandleAsync).WithName(nameof(RemovePasskey)).RequireRecentLogin()
        .WithSummary("Removes a passkey: it opens no session any more. Those that it has opened go on.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser current, IdentityDbContext db, MfaChanges changes, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (await db.Passkeys.Where(passkey => passkey.Id == id && passkey.UserId == user.Id).ExecuteDeleteAsync(ct) == 0)
        {
            return GetPasskey.NotFound();
        }

        changes.Announce(user, "passkey.removed", AuditTarget.Of("passkey", id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
