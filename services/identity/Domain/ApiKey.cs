namespace SocialSelling.Identity.Domain;

/// <summary>
/// A key by which a program acts in one workspace. It belongs to the workspace and not to who made it: it goes on when its maker leaves, and
/// what it may do is fixed when it is made. It ends by being revoked, by its expiry and with the workspace.
/// </summary>
internal sealed class ApiKey
{
    public const int MaxNameLength = 100;

    private ApiKey(Guid id, Guid workspaceId, string name, string prefix, byte[] hash, string[] scopes, Guid createdBy, DateTimeOffset createdAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Prefix = prefix;
        Hash = hash;
        Scopes = scopes;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public string Name { get; private set; }

    /// <summary>The beginning of the key, by which people recognise it.</summary>
    public string Prefix { get; private set; }

    /// <summary>SHA-256 of the whole key, which nobody but its holder knows.</summary>
    public byte[] Hash { get; private set; }

    public string[] Scopes { get; private set; }

    /// <summary>The client accounts it is confined to; null without any confinement.</summary>
    public Guid[]? AccountIds { get; private set; }

    /// <summary>The user who made it, who may be gone by now.</summary>
    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiKey Create(
        Guid workspaceId, string name, (string Prefix, byte[] Hash) key, string[] scopes, Guid createdBy, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), workspaceId, name, key.Prefix, key.Hash, scopes, createdBy, now) { ExpiresAt = expiresAt };

    public void ConfineTo(Guid[]? accountIds) => AccountIds = accountIds;

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public bool TryRevoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedAt = now;
        return true;
    }
}
