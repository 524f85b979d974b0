namespace SocialSelling.Instagram.Domain;

/// <summary>What this service knows of an account that the accounts service owns. Rows are written in one statement that lets newer news win.</summary>
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
}
