namespace SocialSelling.MetaSimulator.State;

/// <summary>Keeps at most 128 MB of pictures; the oldest lose their bytes first. Used under the world's gate.</summary>
internal sealed class ImageAlbum
{
    private const long MostBytes = 128 * 1024 * 1024;

    private readonly Queue<StoredImage> images = new();
    private long total;

    public StoredImage Add(StoredImage image)
    {
        images.Enqueue(image);
        total += image.Bytes?.Length ?? 0;
        while (total > MostBytes && images.TryDequeue(out var oldest))
        {
            total -= oldest.Bytes?.Length ?? 0;
            oldest.Bytes = null;
        }

        return image;
    }

    public void Clear()
    {
        images.Clear();
        total = 0;
    }
}
