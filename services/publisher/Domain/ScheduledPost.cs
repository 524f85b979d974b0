namespace SocialSelling.Publisher.Domain;

/// <summary>A post of one image on one account. Its status decides every race: only a scheduled post is claimed or cancelled.</summary>
internal sealed class ScheduledPost
{
    public const string ImageType = "image";

    private ScheduledPost() { }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid MediaId { get; private set; }
    public string PostType { get; private set; } = ImageType;
    public string? Caption { get; private set; }
    public string? AltText { get; private set; }
    public IReadOnlyList<string> MediaKeys { get; private set; } = [];
    public DateTimeOffset ScheduledTime { get; private set; }
    public PostStatus Status { get; private set; }
    public DateTimeOffset? PublishingStartedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public string? PlatformPostId { get; private set; }
    public string? Permalink { get; private set; }
    public PostError? ErrorDetails { get; private set; }
    public int RetryCount { get; private set; }
    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static ScheduledPost Create(Guid accountId, MediaAsset media, string? caption, string? altText, DateTimeOffset due, Guid createdBy, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            WorkspaceId = media.WorkspaceId,
            AccountId = accountId,
            MediaId = media.Id,
            Caption = caption,
            AltText = altText ?? media.AltText,
            MediaKeys = [media.ObjectKey],
            ScheduledTime = due,
            Status = PostStatus.Scheduled,
            CreatedBy = createdBy,
            CreatedAt = at,
            UpdatedAt = at,
        };

    public void StartPublishing(DateTimeOffset at)
    {
        (Status, PublishingStartedAt, UpdatedAt) = (PostStatus.Publishing, at, at);
    }

    /// <summary>Meta says that the post is live. That also corrects an earlier failure; a repeat changes nothing.</summary>
    public bool TryMarkPublished(string platformPostId, string? permalink, DateTimeOffset publishedAt, DateTimeOffset at)
    {
        if (Status is PostStatus.Published or PostStatus.Cancelled)
            return false;
        (Status, PlatformPostId, Permalink) = (PostStatus.Published, platformPostId, permalink);
        (PublishedAt, ErrorDetails, UpdatedAt) = (publishedAt, null, at);
        return true;
    }

    public bool TryMarkFailed(PostError error, DateTimeOffset at)
    {
        if (Status is not PostStatus.Publishing)
            return false;
        (Status, ErrorDetails, UpdatedAt) = (PostStatus.Failed, error, at);
        return true;
    }
}
