using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

internal static class GetMe
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/me", HandleAsync).WithName(nameof(GetMe))
        .WithSummary("The user of the access token.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        return user is null
            ? Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.")
            : TypedResults.Ok(UserResponse.From(user));
    }
}
