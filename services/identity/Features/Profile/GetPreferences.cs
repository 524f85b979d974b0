using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Profile;

internal static class GetPreferences
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/preferences", HandleAsync).WithName(nameof(GetPreferences))
        .WithSummary("The JSON object that the user's clients keep here; an empty one at first.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, CancellationToken ct)
    {
        var preferences = await db.Users.Where(user => user.Id == current.Id && user.DeletedAt == null)
            .Select(user => user.Preferences).SingleOrDefaultAsync(ct);
        return preferences is null ? GetProfile.Gone() : TypedResults.Ok(JsonElement.Parse(preferences));
    }
}
