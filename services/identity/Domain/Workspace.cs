namespace SocialSelling.Identity.Domain;

internal sealed class Workspace
{
    private Workspace(Guid id, string name, DateTimeOffset createdAt)
    {
        Id = id;
        Name = name;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Workspace Create(string name, DateTimeOffset now) => new(Guid.CreateVersion7(now), name, now);
}
