using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Privacy;

internal static class GetErasure
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/erasures/{id:guid}", HandleAsync).WithName(nameof(GetErasure))
            .WithSummary("The receipt of an erasure that you have asked for.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<ErasureResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser user, IdentityDbContext db, CancellationToken ct) =>
        await db.Erasures.AsNoTracking().Include(erasure => erasure.Answers).SingleOrDefaultAsync(erasure => erasure.Id == id && erasure.RequestedBy == user.Id, ct)
            is { } erasure
            ? TypedResults.Ok(ErasureResponse.From(erasure))
            : PrivacyErrors.ErasureNotFound();
}
