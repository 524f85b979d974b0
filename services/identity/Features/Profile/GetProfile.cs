using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Profile;

internal static class GetProfile
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", HandleAsync).WithName(nameof(GetProfile))
        .WithSummary("The user's whole profile.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, AvatarStore avatars, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        return user is null ? Gone() : TypedResults.Ok(ProfileResponse.From(user, avatars.Sign(user.AvatarKey)));
    }

    internal static ProblemHttpResult Gone() => Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
}
