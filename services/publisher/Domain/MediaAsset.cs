namespace SocialSelling.Publisher.Domain;

/// <summary>A picture in a workspace's library; its bytes are in the object store.</summary>
internal sealed class MediaAsset
{
    private MediaAsset() { }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string ObjectKey { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Bytes { get; private set; }
    public string Sha256 { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public string? AltText { get; private set; }
    public Guid UploadedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether Instagram takes the picture as it is: 4:5 at the tallest, 1.91:1 at the widest.</summary>
    public bool FitsInstagramFeed => Width * 5L >= Height * 4L && Width * 100L <= Height * 191L;

    public static MediaAsset Create(Guid workspaceId, string objectKey, StoredImage image, string? altText, Guid uploadedBy, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        WorkspaceId = workspaceId,
        ObjectKey = objectKey,
        ContentType = image.ContentType,
        Bytes = image.Bytes,
        Sha256 = image.Sha256,
        Width = image.Width,
        Height = image.Height,
        AltText = altText,
        UploadedBy = uploadedBy,
        CreatedAt = at,
    };
}
