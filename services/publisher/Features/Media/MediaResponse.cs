using Microsoft.Extensions.Options;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Features.Media;

/// <summary>A picture of the media library.</summary>
/// <param name="Id">Id of the picture, to be named in a post.</param>
/// <param name="ContentType">Type found from the content, such as <c>image/jpeg</c>.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes in lower-case hex.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="AltText">Description for people who cannot see the picture; a post without its own takes this one.</param>
/// <param name="FitsInstagramFeed">False when the ratio is outside 4:5 to 1.91:1; such a picture cannot be scheduled (<c>POST_003</c>).</param>
/// <param name="Url">Signed address of the bytes.</param>
/// <param name="UrlExpiresAt">When <paramref name="Url"/> stops working, UTC.</param>
/// <param name="CreatedAt">When it was uploaded, UTC.</param>
public sealed record MediaResponse(
    Guid Id, string ContentType, long Bytes, string Sha256, int Width, int Height, string? AltText, bool FitsInstagramFeed,
    Uri Url, DateTimeOffset UrlExpiresAt, DateTimeOffset CreatedAt)
{
    internal static MediaResponse From(MediaAsset media, IObjectStore store, IOptions<PublisherOptions> options, TimeProvider clock)
    {
        var lifetime = options.Value.ViewUrlLifetime;
        return new MediaResponse(
            media.Id, media.ContentType, media.Bytes, media.Sha256, media.Width, media.Height, media.AltText, media.FitsInstagramFeed,
            store.SignGetUrl(media.ObjectKey, lifetime), clock.GetUtcNow() + lifetime, media.CreatedAt);
    }
}
