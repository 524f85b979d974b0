namespace SocialSelling.Accounts.Domain;

/// <summary>A client's account on a platform. Reconnecting keeps the row, and with it everything other services hold for its id.</summary>
internal sealed class ClientAccount
{
    private ClientAccount()
    {
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    /// <summary>Who connected it last.</summary>
    public Guid UserId { get; private set; }

    public string Platform { get; private set; } = "";

    public string PlatformAccountId { get; private set; } = "";

    public string Username { get; private set; } = "";

    public string? Name { get; private set; }

    public string? ProfilePictureUrl { get; private set; }

    public long? FollowerCount { get; private set; }

    public AccountStatus Status { get; private set; }

    public AccountMetadata Metadata { get; private set; } = new();

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ConnectedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static ClientAccount Create(Guid workspaceId, string platform, string platformAccountId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        WorkspaceId = workspaceId,
        Platform = platform,
        PlatformAccountId = platformAccountId,
        CreatedAt = now,
    };

    public void Connect(Guid userId, AccountProfile profile, IReadOnlyList<string> scopes, IReadOnlyList<string> webhookFields, DateTimeOffset now)
    {
        UserId = userId;
        Username = profile.Username;
        Name = profile.Name;
        ProfilePictureUrl = profile.ProfilePictureUrl;
        FollowerCount = profile.FollowerCount;
        Metadata = new AccountMetadata
        {
            AppScopedId = profile.AppScopedId,
            AccountType = profile.AccountType,
            Scopes = scopes,
            WebhookFields = webhookFields,
        };
        Status = AccountStatus.Active;
        ConnectedAt = now;
        UpdatedAt = now;
    }

    /// <summary>False when it is disconnected already.</summary>
    public bool TryDisconnect(DateTimeOffset now)
    {
        if (Status == AccountStatus.Disconnected)
        {
            return false;
        }

        Status = AccountStatus.Disconnected;
        UpdatedAt = now;
        return true;
    }
}
