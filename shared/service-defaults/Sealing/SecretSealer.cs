using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Sealing;

/// <summary>
/// Seals secrets at rest with AES-256-GCM. The context (row id and column) is bound in as associated data: a sealed value copied into
/// another row does not open.
/// </summary>
public sealed class SecretSealer
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly string activeKey;
    private readonly Dictionary<string, byte[]> keys;

    /// <summary>Reads the master keys from the options.</summary>
    public SecretSealer(IOptions<SealingOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        activeKey = options.Value.ActiveKey;
        keys = options.Value.Keys.ToDictionary(key => key.Key, key => Convert.FromBase64String(key.Value), StringComparer.Ordinal);
    }

    /// <summary>The id of the master key that new secrets are sealed with.</summary>
    public string ActiveKey => activeKey;

    /// <summary>Seals with the active key.</summary>
    /// <param name="plain">The secret.</param>
    /// <param name="context">Where it will be stored, such as <c>account:{id}:access_token</c>.</param>
    public SealedSecret Seal(ReadOnlySpan<byte> plain, string context)
    {
        var bytes = new byte[NonceSize + plain.Length + TagSize];
        var nonce = bytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[activeKey], TagSize);
        aes.Encrypt(nonce, plain, bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(context));
        return new SealedSecret(activeKey, bytes);
    }

    /// <summary>Seals with the active key what another one has sealed.</summary>
    public SealedSecret Reseal(SealedSecret secret, string context)
    {
        var plain = Open(secret, context);
        try
        {
            return Seal(plain, context);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Opens what was sealed under the same context; throws <see cref="CryptographicException"/> otherwise.</summary>
    public byte[] Open(SealedSecret secret, string context)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!keys.TryGetValue(secret.KeyId, out var key) || secret.Bytes.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("The secret is damaged or its key is not configured.");
        }

        var plain = new byte[secret.Bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            secret.Bytes.AsSpan(0, NonceSize),
            secret.Bytes.AsSpan(NonceSize, plain.Length),
            secret.Bytes.AsSpan(NonceSize + plain.Length),
            plain,
            Encoding.UTF8.GetBytes(context));
        return plain;
    }
}
