namespace SocialSelling.Contracts.Instagram;

/// <summary>A post is live. Source: instagram.</summary>
public sealed record InstagramMediaPublished
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Publisher's id of the post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Meta's id of the published media.</summary>
    public required string PlatformMediaId { get; init; }

    /// <summary>The public address of the post.</summary>
    public string? Permalink { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
