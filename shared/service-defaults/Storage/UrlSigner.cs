using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Signs and checks addresses of the file-system store: HMAC-SHA256 over key and expiry.</summary>
internal sealed class UrlSigner(IOptions<ObjectStoreOptions> options, TimeProvider clock)
{
    private readonly byte[] _key = options.Value.SigningKeyBytes();
    private readonly string _baseUrl = options.Value.PublicBaseUrl.TrimEnd('/');

    public Uri Sign(string key, TimeSpan lifetime)
    {
        var expires = clock.GetUtcNow().Add(lifetime).ToUnixTimeSeconds();
        return new Uri($"{_baseUrl}/objects/{key}?expires={expires.ToString(CultureInfo.InvariantCulture)}&signature={Base64Url.EncodeToString(Compute(key, expires))}");
    }

    public bool IsValid(string key, long expires, string signature)
    {
        var given = new byte[HMACSHA256.HashSizeInBytes];
        var wellFormed = Base64Url.TryDecodeFromChars(signature, given, out var length) && length == given.Length;
        // Compared in constant time and before the expiry, so that the answer tells nothing about a forged one.
        var equal = CryptographicOperations.FixedTimeEquals(given, Compute(key, expires));
        return wellFormed && equal && clock.GetUtcNow().ToUnixTimeSeconds() < expires;
    }

    private byte[] Compute(string key, long expires) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"GET\n{key}\n{expires.ToString(CultureInfo.InvariantCulture)}"));
}
