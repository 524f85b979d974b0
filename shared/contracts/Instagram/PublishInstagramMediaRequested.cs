namespace SocialSelling.Contracts.Instagram;

/// <summary>Command to instagram: publish one image to the feed. Sent by publisher; a repeat with the same <see cref="PostId"/> publishes nothing.</summary>
public sealed record PublishInstagramMediaRequested
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Publisher's id of the post; the key by which a repeat is recognised.</summary>
    public required Guid PostId { get; init; }

    /// <summary>A signed URL that Meta can fetch for at least 24 hours.</summary>
    public required string ImageUrl { get; init; }

    /// <summary>At most 2,200 characters.</summary>
    public string? Caption { get; init; }

    /// <summary>At most 1,000 characters.</summary>
    public string? AltText { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
