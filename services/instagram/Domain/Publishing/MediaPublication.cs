namespace SocialSelling.Instagram.Domain.Publishing;

/// <summary>One image on its way to the feed, by way of a container.</summary>
internal sealed class MediaPublication
{
    private MediaPublication()
    {
    }

    public Guid PostId { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid AccountId { get; private set; }

    public string ImageUrl { get; private set; } = "";

    public string? Caption { get; private set; }

    public string? AltText { get; private set; }

    public PublicationState State { get; private set; }

    public string? ContainerId { get; private set; }

    public DateTimeOffset? ContainerCreatedAt { get; private set; }

    public string? PlatformMediaId { get; private set; }

    public string? Permalink { get; private set; }

    /// <summary>Steps that failed and were taken again.</summary>
    public int Attempts { get; private set; }

    /// <summary>Looks at the container since the last step.</summary>
    public int Looks { get; private set; }

    public DateTimeOffset NextStepAt { get; private set; }

    /// <summary>Until then one instance works on it.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When publishing was first asked of Meta.</summary>
    public DateTimeOffset? PublishingAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureReason { get; private set; }

    public bool IsOver => State is PublicationState.Published or PublicationState.Failed;

    public static MediaPublication Create(
        Guid postId, Guid workspaceId, Guid accountId, string imageUrl, string? caption, string? altText, DateTimeOffset now) => new()
    {
        PostId = postId,
        WorkspaceId = workspaceId,
        AccountId = accountId,
        ImageUrl = imageUrl,
        Caption = caption,
        AltText = altText,
        CreatedAt = now,
        NextStepAt = now,
    };

    public void Lease(DateTimeOffset until) => LeasedUntil = until;

    public void Release() => LeasedUntil = null;

    public void BeginContainer() => State = PublicationState.ContainerCreating;

    public void ContainerMade(string containerId, DateTimeOffset now)
    {
        State = PublicationState.ContainerCreated;
        ContainerId = containerId;
        ContainerCreatedAt = now;
        Looks = 0;
    }

    public void ContainerReady()
    {
        State = PublicationState.Finished;
        Looks = 0;
    }

    public void BeginPublishing(DateTimeOffset now)
    {
        State = PublicationState.Publishing;
        PublishingAt ??= now;
        Looks = 0;
    }

    /// <summary>Meta said that it published nothing: the container waits for the next try.</summary>
    public void PublishRefused(DateTimeOffset next)
    {
        State = PublicationState.ContainerCreated;
        Looks = 0;
        NextStepAt = next;
    }

    public void LookAgain(DateTimeOffset at)
    {
        Looks++;
        NextStepAt = at;
    }

    public void TryAgain(DateTimeOffset at)
    {
        Attempts++;
        NextStepAt = at;
    }

    /// <summary>A container costs nothing and shows nowhere: a lost one is simply replaced.</summary>
    public void StartOver(DateTimeOffset at)
    {
        State = PublicationState.Requested;
        ContainerId = null;
        ContainerCreatedAt = null;
        Attempts++;
        NextStepAt = at;
    }

    public void MarkPublished(string platformMediaId, string? permalink, DateTimeOffset now)
    {
        State = PublicationState.Published;
        PlatformMediaId = platformMediaId;
        Permalink = permalink;
        FinishedAt = now;
        LeasedUntil = null;
    }

    public void Fail(string code, string reason, DateTimeOffset now)
    {
        State = PublicationState.Failed;
        FailureCode = code;
        FailureReason = reason;
        FinishedAt = now;
        LeasedUntil = null;
    }
}
