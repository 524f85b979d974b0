namespace SocialSelling.MetaSimulator.State;

/// <summary>A fetched picture; its bytes go when the album is full.</summary>
internal sealed class StoredImage(byte[] bytes, int width, int height)
{
    public byte[]? Bytes { get; set; } = bytes;

    public int Width { get; } = width;

    public int Height { get; } = height;
}
