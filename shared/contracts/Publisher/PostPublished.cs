namespace SocialSelling.Contracts.Publisher;

/// <summary>A planned post is live. Source: publisher.</summary>
public sealed record PostPublished
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Meta's id of the published media.</summary>
    public required string PlatformMediaId { get; init; }

    /// <summary>The public address of the post.</summary>
    public string? Permalink { get; init; }

    /// <summary>The caption as published.</summary>
    public string? Caption { get; init; }

    /// <summary>When it went live, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
