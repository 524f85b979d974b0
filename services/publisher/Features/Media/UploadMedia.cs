using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Features.Media;

internal static class UploadMedia
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("", HandleAsync).WithName(nameof(UploadMedia)).WithSummary("Upload a picture")
            .WithDescription("Multipart form: `file` (JPEG, at most 8 MB) and optionally `altText`. The type is found from the content; name and declared type are not trusted.")
            .Accepts<UploadMediaForm>("multipart/form-data")
            .RequirePermission(Permissions.MediaUpload).WithIdempotency<PublisherDbContext>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<CreatedAtRoute<MediaResponse>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, CurrentWorkspace workspace, CurrentUser user, PublisherDbContext db, IObjectStore store,
        IOptions<PublisherOptions> options, TimeProvider clock, ILogger<UploadMediaForm> logger, CancellationToken ct)
    {
        await using var upload = await MediaUpload.ReadAsync(request, options.Value.MaxImageBytes, ct);
        if (upload.Problem is { } problem) return problem;
        if (JpegHeader.Read(upload.Content) is not { } jpeg)
            return Problems.BadRequest("MEDIA_003", "The file is not a complete JPEG picture", new FieldError("file", "Only whole JPEG pictures are accepted."));

        var key = ObjectKeys.NewFor(workspace.Id, ".jpg");
        if (!await TryStoreAsync(store, key, upload.Content, logger, ct)) return Problems.Create(500, "MEDIA_001", "The upload could not be stored");

        var image = new StoredImage(JpegHeader.ContentType, upload.Content.Length, upload.Sha256, jpeg.Width, jpeg.Height);
        var media = MediaAsset.Create(workspace.Id, key, image, upload.AltText, user.Id, clock.GetUtcNow());
        db.MediaAssets.Add(media);
        await db.SaveChangesAsync(ct);
        return TypedResults.CreatedAtRoute(MediaResponse.From(media, store, options, clock), nameof(GetMedia), new { id = media.Id });
    }

    private static async Task<bool> TryStoreAsync(IObjectStore store, string key, Stream content, ILogger logger, CancellationToken ct)
    {
        content.Position = 0;
        try
        {
            await store.PutAsync(key, content, JpegHeader.ContentType, ct);
            return true;
        }
        catch (Exception exception) when (ObjectStoreFailures.Is(exception))
        {
            MediaLog.StoreFailed(logger, exception);
            return false;
        }
    }
}
