using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SocialSelling.Identity.Domain;

/// <summary>The 256 random bits of a refresh token, as only its holder knows them.</summary>
internal readonly struct RefreshTokenSecret
{
    public const int Length = 32;

    private const int EncodedLength = 43;

    private readonly byte[] bytes;

    private RefreshTokenSecret(byte[] bytes) => this.bytes = bytes;

    public static RefreshTokenSecret Create() => new(RandomNumberGenerator.GetBytes(Length));

    public static bool TryParse([NotNullWhen(true)] string? text, out RefreshTokenSecret secret)
    {
        var bytes = new byte[Length];
        var valid = text?.Length == EncodedLength
            && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == Length;
        secret = new(bytes);
        return valid;
    }

    public byte[] Hash() => SHA256.HashData(bytes);

    public RefreshTokenSecret Derive(byte[] salt) => new(HMACSHA256.HashData(bytes, salt));

    /// <summary>
    /// What a browser's page must show together with the cookie that holds this token: only who was told can know it, and it gives nothing
    /// of the token away.
    /// </summary>
    public string CsrfToken() => Base64Url.EncodeToString(HMACSHA256.HashData(bytes, "csrf"u8));

    public string Encode() => Base64Url.EncodeToString(bytes);
}
