using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Domain;

/// <summary>
/// A browser that need not give the second factor for a while; the password it must give. Only the SHA-256 of its token is stored. It is
/// bound to the password: another password forgets it.
/// </summary>
internal sealed class RememberedDevice
{
    private const int TokenBytes = 32;

    private RememberedDevice(Guid id, Guid userId, byte[] tokenHash, byte[] passwordMark, string? userAgent, string? address)
    {
        Id = id;
        UserId = userId;
        TokenHash = tokenHash;
        PasswordMark = passwordMark;
        UserAgent = userAgent;
        Address = address;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public byte[] TokenHash { get; private set; }

    public byte[] PasswordMark { get; private set; }

    public string? UserAgent { get; private set; }

    public string? Address { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static (RememberedDevice Device, string Token) Remember(User user, string? userAgent, string? address, DateTimeOffset now, TimeSpan lifetime)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var device = new RememberedDevice(Guid.CreateVersion7(now), user.Id, HashOf(token), user.PasswordMark(), Cut(userAgent, Session.MaxUserAgentLength), address)
        {
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + lifetime,
        };
        return (device, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string? Cut(string? text, int length) => text is { } value && value.Length > length ? value[..length] : text;
}
