namespace SocialSelling.Instagram.Domain;

/// <summary>What this service knows of an account that the accounts service owns.</summary>
internal sealed class InstagramAccount
{
    private InstagramAccount()
    {
    }

    public Guid AccountId { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public string PlatformAccountId { get; private set; } = "";

    public string Username { get; private set; } = "";

    public bool Connected { get; private set; }

    /// <summary>Time of the event that said so: events may arrive out of order.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static InstagramAccount Create(Guid accountId, Guid workspaceId, string platformAccountId) => new()
    {
        AccountId = accountId,
        WorkspaceId = workspaceId,
        PlatformAccountId = platformAccountId,
    };

    public void Connect(string username, DateTimeOffset at)
    {
        if (at >= ChangedAt)
        {
            Username = username;
            Connected = true;
            ChangedAt = at;
        }
    }

    public void Disconnect(DateTimeOffset at)
    {
        if (at >= ChangedAt)
        {
            Connected = false;
            ChangedAt = at;
        }
    }
}
