using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class GetPasskey
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", HandleAsync).WithName(nameof(GetPasskey))
        .WithSummary("One passkey.").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<PasskeyResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser user, IdentityDbContext db, CancellationToken ct) =>
        await db.Passkeys.AsNoTracking().Where(passkey => passkey.Id == id && passkey.UserId == user.Id)
            .Select(PasskeyResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : NotFound();

    internal static ProblemHttpResult NotFound() => Problems.NotFound(PasskeyErrors.NotFound, "There is no such passkey.");
}
