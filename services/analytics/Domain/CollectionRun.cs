namespace SocialSelling.Analytics.Domain;

/// <summary>Says that an account's daily collection was asked for; the key makes it once a day, whatever the number of instances.</summary>
internal sealed class CollectionRun
{
    private CollectionRun() { }

    public Guid AccountId { get; private set; }
    public DateOnly Day { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public DateTimeOffset ClaimedAt { get; private set; }
}
