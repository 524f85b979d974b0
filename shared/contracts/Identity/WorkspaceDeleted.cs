namespace SocialSelling.Contracts.Identity;

/// <summary>
/// A workspace is gone for good: every service erases all rows of it, and answers with <see cref="ErasureCompleted"/>. Source: identity.
/// </summary>
public sealed record WorkspaceDeleted
{
    /// <summary>The erasure that the answers belong to.</summary>
    public required Guid ErasureId { get; init; }

    /// <summary>Which workspace.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
