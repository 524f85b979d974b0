using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Profile;

internal static class PutPreferences
{
    private const int MaxBytes = 16 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPut("/preferences", HandleAsync).WithName(nameof(PutPreferences))
        .WithSummary("Replaces the preferences.")
        .WithDescription("A JSON object of at most 16,384 bytes (UTF-8, without blanks) and eight levels; numbers below 7.9e28. The service keeps it and never looks inside.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    internal static async Task<Results<Ok<JsonElement>, ProblemHttpResult>> HandleAsync(
        JsonElement preferences, CurrentUser current, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (!PreferencesText.TryWrite(preferences, out var text, out var complaint))
        {
            return Problems.BadRequest(ErrorCodes.Validation, "The preferences are not valid.", new FieldError("body", complaint));
        }

        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return Problems.PayloadTooLarge(ErrorCodes.PayloadTooLarge, $"The preferences may have at most {MaxBytes} bytes.");
        }

        var now = clock.GetUtcNow();
        var found = await db.Users.Where(user => user.Id == current.Id && user.DeletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Preferences, text).SetProperty(user => user.UpdatedAt, now), ct);
        return found == 0 ? GetProfile.Gone() : TypedResults.Ok(JsonElement.Parse(text));
    }
}
