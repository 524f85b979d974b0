namespace SocialSelling.Identity.Domain;

/// <summary>A WebAuthn credential of a user: its public key and what the authenticator said of itself.</summary>
internal sealed class Passkey
{
    public const int MaxNameLength = 100;

    /// <summary>As the standard limits it.</summary>
    public const int MaxCredentialIdLength = 1023;

    private Passkey(Guid id, Guid userId, string name, byte[] credentialId, byte[] publicKey, DateTimeOffset createdAt)
    {
        Id = id;
        UserId = userId;
        Name = name;
        CredentialId = credentialId;
        PublicKey = publicKey;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; }

    public byte[] CredentialId { get; private set; }

    /// <summary>COSE.</summary>
    public byte[] PublicKey { get; private set; }

    public long SignCount { get; private set; }

    public string[] Transports { get; private set; } = [];

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public byte[] AttestationObject { get; private set; } = [];

    public byte[] ClientDataJson { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Add(Guid userId, string name, byte[] credentialId, byte[] publicKey, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), userId, name, credentialId, publicKey, now);

    public void Describe(long signCount, string[] transports, bool backupEligible, bool backedUp)
    {
        SignCount = signCount;
        Transports = transports;
        IsBackupEligible = backupEligible;
        IsBackedUp = backedUp;
    }

    /// <summary>What the authenticator signed when the key was made.</summary>
    public void Attest(byte[] attestationObject, byte[] clientDataJson)
    {
        AttestationObject = attestationObject;
        ClientDataJson = clientDataJson;
    }
}
