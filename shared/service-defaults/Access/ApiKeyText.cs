using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>
/// The text of an API key: <c>ssk_</c>, twelve letters and digits that name the key, <c>_</c>, 43 that are its secret (256 bits), and eight
/// that are a checksum (CRC-32C of all before, in hex). By it secret scanners know a key from a word that looks like one, and the gateway
/// refuses a mistyped one without asking anybody. As a pattern: <c>ssk_[0-9A-Za-z]{12}_[0-9A-Za-z]{51}</c>.
/// </summary>
public static class ApiKeyText
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "ssk_";

    private const int PublicIdLength = 12;
    private const int SecretLength = 43;
    private const int ChecksumLength = 8;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet + "_");

    /// <summary>Length of a whole key.</summary>
    public static int Length => Prefix.Length + PublicIdLength + 1 + SecretLength + ChecksumLength;

    /// <summary>A new key, and the part of it that may be shown.</summary>
    public static (string Key, string Shown) Create()
    {
        var shown = Prefix + RandomNumberGenerator.GetString(Alphabet, PublicIdLength);
        var body = $"{shown}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";
        return (body + Checksum(body), shown);
    }

    /// <summary>Whether it looks like a key and its checksum is right; says nothing about whether there is such a key.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length + PublicIdLength] == '_'
        && !text[Prefix.Length..].ContainsAnyExcept(Characters)
        && text[^ChecksumLength..].SequenceEqual(Checksum(text[..^ChecksumLength]));

    /// <summary>All that is stored of a key and sent inside: its SHA-256. The secret is random, so nothing slower is called for.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Checksum(ReadOnlySpan<char> body)
    {
        var crc = uint.MaxValue;
        foreach (var character in body)
        {
            crc = BitOperations.Crc32C(crc, (byte)character);
        }

        return (~crc).ToString("x8", CultureInfo.InvariantCulture);
    }
}
