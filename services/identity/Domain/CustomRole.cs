namespace SocialSelling.Identity.Domain;

/// <summary>A role that a workspace has made for itself.</summary>
internal sealed class CustomRole
{
    public const int MaxNameLength = 50;
    public const int MaxDescriptionLength = 255;

    private CustomRole(Guid id, Guid workspaceId, string name, string[] permissions, DateTimeOffset createdAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        NameKey = KeyOf(name);
        Permissions = permissions;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public string Name { get; private set; }

    /// <summary>The name without case: what uniqueness goes by.</summary>
    public string NameKey { get; private set; }

    public string? Description { get; private set; }

    public string[] Permissions { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static CustomRole Create(Guid workspaceId, string name, string? description, string[] permissions, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), workspaceId, name, permissions, now) { Description = description };

    public static string KeyOf(string name) => name.ToLowerInvariant();

    public void Change(string name, string? description, string[] permissions, DateTimeOffset now)
    {
        Name = name;
        NameKey = KeyOf(name);
        Description = description;
        Permissions = permissions;
        UpdatedAt = now;
    }
}
