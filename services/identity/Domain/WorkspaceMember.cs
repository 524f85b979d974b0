namespace SocialSelling.Identity.Domain;

internal sealed class WorkspaceMember
{
    public const int MaxRoleLength = 50;

    private WorkspaceMember(Guid workspaceId, Guid userId, string role, DateTimeOffset createdAt)
    {
        WorkspaceId = workspaceId;
        UserId = userId;
        Role = role;
        CreatedAt = createdAt;
    }

    public Guid WorkspaceId { get; private set; }

    public Guid UserId { get; private set; }

    public string Role { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static WorkspaceMember Join(Guid workspaceId, Guid userId, string role, DateTimeOffset now) => new(workspaceId, userId, role, now);
}
