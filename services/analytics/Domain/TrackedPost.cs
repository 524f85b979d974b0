namespace SocialSelling.Analytics.Domain;

/// <summary>A post whose publishing has ended, well or badly.</summary>
internal sealed class TrackedPost
{
    private TrackedPost() { }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public Guid AccountId { get; private set; }
    public PostOutcome Outcome { get; private set; }

    /// <summary>When it went live or was given up.</summary>
    public DateTimeOffset EndedAt { get; private set; }
    public string? PlatformMediaId { get; private set; }
    public string? Permalink { get; private set; }
    public string? Caption { get; private set; }
    public string? ErrorCode { get; private set; }
    public string? ErrorReason { get; private set; }

    public static TrackedPost Create(Guid id, Guid workspaceId, Guid accountId) =>
        new() { Id = id, WorkspaceId = workspaceId, AccountId = accountId, Outcome = PostOutcome.Failed };

    public void MarkPublished(string platformMediaId, string? permalink, string? caption, DateTimeOffset at)
    {
        (Outcome, EndedAt, PlatformMediaId, Permalink, Caption) = (PostOutcome.Published, at, platformMediaId, permalink, caption);
        (ErrorCode, ErrorReason) = (null, null);
    }

    /// <summary>What is live stays live: a failure that arrives late changes nothing.</summary>
    public void MarkFailed(string code, string reason, DateTimeOffset at)
    {
        if (PlatformMediaId is not null) return;
        (Outcome, EndedAt, ErrorCode, ErrorReason) = (PostOutcome.Failed, at, code, reason);
    }
}
