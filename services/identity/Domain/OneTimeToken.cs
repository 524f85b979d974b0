namespace SocialSelling.Identity.Domain;

/// <summary>What a link in a mail is good for, once. Only the SHA-256 of the link's secret is kept.</summary>
internal sealed class OneTimeToken
{
    public const int MaxPayloadLength = 512;

    private OneTimeToken(Guid id, TokenPurpose purpose, Guid userId, byte[] tokenHash, string? payload, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Id = id;
        Purpose = purpose;
        UserId = userId;
        TokenHash = tokenHash;
        Payload = payload;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; }

    public TokenPurpose Purpose { get; private set; }

    public Guid UserId { get; private set; }

    public byte[] TokenHash { get; private set; }

    /// <summary>What it was made for, such as the address it confirms.</summary>
    public string? Payload { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static OneTimeToken Create(
        TokenPurpose purpose, Guid userId, byte[] tokenHash, string? payload, DateTimeOffset now, TimeSpan lifetime) =>
        new(Guid.CreateVersion7(now), purpose, userId, tokenHash, payload, now, now + lifetime);

    public void Use(DateTimeOffset now) => UsedAt = now;
}
