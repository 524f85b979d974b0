namespace SocialSelling.Contracts.Identity;

/// <summary>
/// A user's account is gone for good, after its period of grace: every service erases what names the user, and answers with
/// <see cref="ErasureCompleted"/>. Source: identity.
/// </summary>
public sealed record UserDeleted
{
    /// <summary>The erasure that the answers belong to.</summary>
    public required Guid ErasureId { get; init; }

    /// <summary>Whose data.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
