namespace SocialSelling.Identity.Domain;

internal sealed class WorkspaceMember
{
    public const int MaxRoleLength = 50;

    /// <summary>What <see cref="Role"/> says where <see cref="RoleId"/> tells the rest.</summary>
    public const string CustomRole = "custom";

    private WorkspaceMember(Guid workspaceId, Guid userId, string role, DateTimeOffset createdAt)
    {
        WorkspaceId = workspaceId;
        UserId = userId;
        Role = role;
        CreatedAt = createdAt;
    }

    public Guid WorkspaceId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>A built-in role, or <see cref="CustomRole"/>.</summary>
    public string Role { get; private set; }

    public Guid? RoleId { get; private set; }

    /// <summary>The client accounts the member is confined to; null without any confinement.</summary>
    public Guid[]? AccountIds { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static WorkspaceMember Join(Guid workspaceId, Guid userId, string role, DateTimeOffset now) => new(workspaceId, userId, role, now);

    public static WorkspaceMember Join(Guid workspaceId, Guid userId, RoleRef role, Guid[]? accountIds, DateTimeOffset now)
    {
        var member = new WorkspaceMember(workspaceId, userId, role.Name, now);
        member.Become(role);
        member.Confine(accountIds);
        return member;
    }

    public RoleRef RoleRef => new(Role, RoleId);

    public void Become(RoleRef role)
    {
        Role = role.Name;
        RoleId = role.Id;
    }

    public void Confine(Guid[]? accountIds) => AccountIds = accountIds;
}
