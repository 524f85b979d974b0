using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Identity.Features.Profile;

internal static partial class DeleteAvatar
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/avatar", HandleAsync).WithName(nameof(DeleteAvatar))
        .WithSummary("Removes the user's picture; without one nothing happens.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status500InternalServerError);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, AvatarStore avatars, AuditTrail audit, TimeProvider clock, ILogger<AvatarForm> logger,
        CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct) is not { } user)
        {
            return GetProfile.Gone();
        }

        if (user.AvatarKey is null)
        {
            return TypedResults.NoContent();
        }

        // The picture first: a row without its picture can be tried again, a picture without its row would be forgotten.
        if (!await TryDeleteAsync(avatars, user.Id, logger, ct))
        {
            return Problems.Create(500, ProfileErrors.PictureNotStored, "The picture could not be removed; try again later.");
        }

        user.SetAvatar(null, clock.GetUtcNow());
        audit.Add("user.profile_updated", AuditTarget.Of("user", user.Id), after: new { Fields = (string[])["Avatar"] });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<bool> TryDeleteAsync(AvatarStore avatars, Guid userId, ILogger logger, CancellationToken ct)
    {
        try
        {
            await avatars.DeleteAsync(userId, ct);
            return true;
        }
        catch (Exception error) when (ObjectStoreFailures.Is(error))
        {
            LogNotDeleted(logger, error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A picture could not be removed from the object store.")]
    private static partial void LogNotDeleted(ILogger logger, Exception error);
}
