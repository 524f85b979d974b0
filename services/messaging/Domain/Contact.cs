namespace SocialSelling.Messaging.Domain;

/// <summary>A customer as one client account knows them. Rows are written by the set-based inbox writer.</summary>
internal sealed class Contact
{
    private Contact()
    {
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid AccountId { get; private set; }

    public string Channel { get; private set; } = "";

    /// <summary>Meta's id of the person, scoped to the account.</summary>
    public string PlatformId { get; private set; } = "";

    public string? Username { get; private set; }

    public string? Name { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}
