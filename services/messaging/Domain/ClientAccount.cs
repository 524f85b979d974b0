namespace SocialSelling.Messaging.Domain;

/// <summary>What messaging remembers of a client account; the accounts service owns it and tells of changes by events.</summary>
internal sealed class ClientAccount
{
    private ClientAccount()
    {
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public string Channel { get; private set; } = "";

    public string PlatformAccountId { get; private set; } = "";

    public string? Username { get; private set; }

    public string? Name { get; private set; }

    public bool IsConnected { get; private set; }

    /// <summary>Time of the newest event applied: an older one that arrives late changes nothing.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static ClientAccount Create(Guid id, Guid workspaceId, string channel, string platformAccountId) => new()
    {
        Id = id,
        WorkspaceId = workspaceId,
        Channel = channel,
        PlatformAccountId = platformAccountId,
        ChangedAt = DateTimeOffset.MinValue,
    };

    public void Connect(string username, string? name, DateTimeOffset at)
    {
        if (at < ChangedAt) return;
        (Username, Name, IsConnected, ChangedAt) = (username, name, true, at);
    }

    public void Disconnect(DateTimeOffset at)
    {
        if (at < ChangedAt) return;
        (IsConnected, ChangedAt) = (false, at);
    }
}
