using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Identity.Features.Profile;

internal static partial class PutAvatar
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/avatar", HandleAsync).WithName(nameof(PutAvatar))
        .WithSummary("Sets the user's picture.")
        .WithDescription("Multipart form with `file`: JPEG, PNG or WebP, at most 5 MB. The type is found from the content; the middle is cut out, 512 by 512 pixels, and stored as JPEG without metadata.")
        .Accepts<AvatarForm>("multipart/form-data")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status500InternalServerError);

    internal static async Task<Results<Ok<AvatarResponse>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, CurrentUser current, IdentityDbContext db, PictureCropper cropper, AvatarStore avatars, AuditTrail audit,
        IOptions<AvatarOptions> options, TimeProvider clock, ILogger<AvatarForm> logger, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct) is not { } user)
        {
            return GetProfile.Gone();
        }

        using var upload = await AvatarUpload.ReadAsync(request, options.Value.MaxBytes, ct);
        if (upload.Problem is { } problem)
        {
            return problem;
        }

        if (!await cropper.TryCropAsync(upload.Source, upload.Target, ct))
        {
            return AvatarUpload.Unreadable();
        }

        if (!await TryStoreAsync(avatars, user.Id, upload.Target, logger, ct))
        {
            return Problems.Create(500, ProfileErrors.PictureNotStored, "The picture could not be stored; try again later.");
        }

        user.SetAvatar(AvatarStore.KeyOf(user.Id), clock.GetUtcNow());
        audit.Add("user.profile_updated", AuditTarget.Of("user", user.Id), after: new { Fields = (string[])["Avatar"] });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(avatars.Sign(user.AvatarKey)!);
    }

    private static async Task<bool> TryStoreAsync(AvatarStore avatars, Guid userId, string file, ILogger logger, CancellationToken ct)
    {
        try
        {
            await using var picture = File.OpenRead(file);
            await avatars.PutAsync(userId, picture, ct);
            return true;
        }
        catch (Exception error) when (ObjectStoreFailures.Is(error))
        {
            LogNotStored(logger, error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A picture could not be written to the object store.")]
    private static partial void LogNotStored(ILogger logger, Exception error);
}
