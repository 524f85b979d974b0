using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Domain;

/// <summary>One of ten codes that stand in for a lost authenticator, each once. Only the SHA-256 of its 80 random bits is stored.</summary>
internal sealed class RecoveryCode
{
    public const int SetSize = 10;

    private const int RandomBytes = 10;
    private const int GroupLength = 4;

    private RecoveryCode(Guid id, Guid userId, byte[] codeHash, DateTimeOffset createdAt)
    {
        Id = id;
        UserId = userId;
        CodeHash = codeHash;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public byte[] CodeHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A code and its row; the text is shown once.</summary>
    public static (RecoveryCode Row, string Text) Create(Guid userId, DateTimeOffset now)
    {
        var digits = Base32.Encode(RandomNumberGenerator.GetBytes(RandomBytes)).ToLowerInvariant();
        return (new(Guid.CreateVersion7(now), userId, Hash(userId, digits), now), string.Join('-', digits.Chunk(GroupLength).Select(group => new string(group))));
    }

    /// <summary>However it was typed: upper or lower case, with hyphens and blanks or without. Salted with the user.</summary>
    public static byte[] Hash(Guid userId, string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}:{digits}"));
    }

    public void Use(DateTimeOffset now) => UsedAt = now;
}
