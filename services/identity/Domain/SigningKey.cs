namespace SocialSelling.Identity.Domain;

/// <summary>
/// One ES256 key. Generations are numbered without gaps: two instances that make the next key at once collide on the number, and one wins.
/// </summary>
internal sealed class SigningKey
{
    private SigningKey(Guid id, int generation, DateTimeOffset createdAt, DateTimeOffset activatesAt)
    {
        Id = id;
        Generation = generation;
        CreatedAt = createdAt;
        ActivatesAt = activatesAt;
    }

    /// <summary>Also the key's <c>kid</c>.</summary>
    public Guid Id { get; private set; }

    public int Generation { get; private set; }

    /// <summary>The point's coordinates, 32 bytes each.</summary>
    public byte[] PublicX { get; private set; } = [];

    public byte[] PublicY { get; private set; } = [];

    /// <summary>The master key that sealed the private part.</summary>
    public string SealingKeyId { get; private set; } = "";

    public byte[] SealedPrivateKey { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From when on it signs; it is published from the start.</summary>
    public DateTimeOffset ActivatesAt { get; private set; }

    public static SigningKey Create(int generation, DateTimeOffset now, TimeSpan activationDelay) =>
        new(Guid.CreateVersion7(now), generation, now, now + activationDelay);

    public void SetMaterial(byte[] publicX, byte[] publicY, string sealingKeyId, byte[] sealedPrivateKey)
    {
        PublicX = publicX;
        PublicY = publicY;
        SealingKeyId = sealingKeyId;
        SealedPrivateKey = sealedPrivateKey;
    }

    public void Reseal(string sealingKeyId, byte[] sealedPrivateKey)
    {
        SealingKeyId = sealingKeyId;
        SealedPrivateKey = sealedPrivateKey;
    }
}
