using System.Security.Cryptography;

namespace SocialSelling.Identity.Domain;

/// <summary>
/// One link of a session's chain of refresh tokens. Only the SHA-256 of a token is stored. A successor is derived from the token it
/// replaces and a random salt, so that a client which lost the answer, or asked twice at once, can be given the very same successor
/// again: the chain never forks, and a token used twice later still betrays a thief.
/// </summary>
internal sealed class RefreshToken
{
    private RefreshToken(Guid id, Guid sessionId, byte[] tokenHash, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Id = id;
        SessionId = sessionId;
        TokenHash = tokenHash;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    public byte[] TokenHash { get; private set; }

    public Guid? PreviousId { get; private set; }

    /// <summary>Turns the previous token into this one; forgotten as soon as this one is used.</summary>
    public byte[]? Salt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static RefreshToken First(Guid sessionId, RefreshTokenSecret secret, DateTimeOffset now, TimeSpan lifetime) =>
        new(Guid.CreateVersion7(now), sessionId, secret.Hash(), now, now + lifetime);

    /// <summary>Uses this token up and makes the next one of the chain.</summary>
    public RefreshToken Rotate(RefreshTokenSecret presented, DateTimeOffset now, TimeSpan lifetime, out RefreshTokenSecret secret)
    {
        var salt = RandomNumberGenerator.GetBytes(RefreshTokenSecret.Length);
        secret = presented.Derive(salt);
        UsedAt = now;
        Salt = null;
        return new(Guid.CreateVersion7(now), SessionId, secret.Hash(), now, now + lifetime) { PreviousId = Id, Salt = salt };
    }
}
