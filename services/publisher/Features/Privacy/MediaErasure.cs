using Microsoft.EntityFrameworkCore;
using SocialSelling.Publisher.Data;
using SocialSelling.ServiceDefaults.Privacy;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Features.Privacy;

/// <summary>Erases pictures: first the object, then the row that knows its key, so that a crash leaves no object that nobody knows.</summary>
internal sealed class MediaErasure(PublisherDbContext db, IObjectStore store)
{
    public const string Name = "media";

    /// <summary>Few a batch: the transaction waits for the object store.</summary>
    private const int Some = 25;

    public async Task<bool> EraseAsync(ErasureBatch batch, CancellationToken ct)
    {
        var media = await db.MediaAssets.Where(asset => asset.WorkspaceId == batch.SubjectId).OrderBy(asset => asset.CreatedAt).Take(Some).ToListAsync(ct);
        foreach (var asset in media)
            await store.DeleteAsync(asset.ObjectKey, ct);
        db.MediaAssets.RemoveRange(media);
        batch.Count(Name, media.Count);
        return media.Count == Some;
    }
}
