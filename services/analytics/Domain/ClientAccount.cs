namespace SocialSelling.Analytics.Domain;

/// <summary>This service's copy of a client account, fed by the events of the accounts service.</summary>
internal sealed class ClientAccount
{
    private ClientAccount() { }

    public Guid Id { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string Channel { get; private set; } = "";
    public string PlatformAccountId { get; private set; } = "";
    public string Username { get; private set; } = "";
    public bool IsActive { get; private set; }

    /// <summary>When the newest event known about the account happened; an older one that arrives later changes nothing.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When a user last asked for a collection by hand.</summary>
    public DateTimeOffset? RefreshedAt { get; private set; }

    public static ClientAccount Create(Guid id, Guid workspaceId, string channel, string platformAccountId) =>
        new() { Id = id, WorkspaceId = workspaceId, Channel = channel, PlatformAccountId = platformAccountId, ChangedAt = DateTimeOffset.MinValue };

    public void Connect(Guid workspaceId, string platformAccountId, string username, DateTimeOffset at)
    {
        if (at < ChangedAt)
            return;
        (WorkspaceId, PlatformAccountId, Username, IsActive, ChangedAt) = (workspaceId, platformAccountId, username, true, at);
    }

    public void Disconnect(DateTimeOffset at)
    {
        if (at < ChangedAt)
            return;
        (IsActive, ChangedAt) = (false, at);
    }
}
