namespace SocialSelling.Identity.Domain;

/// <summary>Asks somebody, by mail, to join a workspace. Only the SHA-256 of the link's token is kept; a link is good once.</summary>
internal sealed class Invitation
{
    private Invitation(Guid id, Guid workspaceId, string email, string role, Guid invitedBy, DateTimeOffset createdAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Email = email;
        EmailKey = User.KeyOf(email);
        Role = role;
        InvitedBy = invitedBy;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public string Email { get; private set; }

    public string EmailKey { get; private set; }

    public string Role { get; private set; }

    public Guid? RoleId { get; private set; }

    public Guid[]? AccountIds { get; private set; }

    public Guid InvitedBy { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    public int SentCount { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public RoleRef RoleRef => new(Role, RoleId);

    public static Invitation Create(Guid workspaceId, string email, RoleRef role, Guid[]? accountIds, Guid invitedBy, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), workspaceId, email, role.Name, invitedBy, now) { RoleId = role.Id, AccountIds = accountIds };

    /// <summary>Each mail carries a new token; the links of earlier ones die.</summary>
    public void Send(byte[] tokenHash, DateTimeOffset now, TimeSpan lifetime)
    {
        TokenHash = tokenHash;
        SentCount++;
        SentAt = now;
        ExpiresAt = now + lifetime;
    }

    public void Accept(Guid userId, DateTimeOffset now)
    {
        AcceptedAt = now;
        AcceptedBy = userId;
    }

    public void Revoke(DateTimeOffset now) => RevokedAt = now;
}
