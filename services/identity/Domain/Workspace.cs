namespace SocialSelling.Identity.Domain;

internal sealed class Workspace
{
    public const int MaxNameLength = 255;

    private Workspace(Guid id, string name, Guid ownerId, DateTimeOffset createdAt)
    {
        Id = id;
        Name = name;
        OwnerId = ownerId;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; }

    /// <summary>The owner whose subscription the workspace lives on; there may be more members with the role.</summary>
    public Guid OwnerId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Since when nobody can enter it; erased a while after.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public static Workspace Create(string name, Guid ownerId, DateTimeOffset now) => new(Guid.CreateVersion7(now), name, ownerId, now);

    public void Rename(string name, DateTimeOffset now)
    {
        Name = name;
        UpdatedAt = now;
    }

    public void HandTo(Guid ownerId, DateTimeOffset now)
    {
        OwnerId = ownerId;
        UpdatedAt = now;
    }

    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        UpdatedAt = now;
    }

    public void Restore(DateTimeOffset now)
    {
        DeletedAt = null;
        UpdatedAt = now;
    }
}
