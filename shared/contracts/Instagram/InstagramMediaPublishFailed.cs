namespace SocialSelling.Contracts.Instagram;

/// <summary>A post could not be published and will not be tried again. Source: instagram.</summary>
public sealed record InstagramMediaPublishFailed
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Publisher's id of the post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The suite's error code, such as <c>POST_002</c>.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence for the person who planned the post.</summary>
    public required string Reason { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
