using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>An opened signing key. An <see cref="ECDsa"/> is not promised to be thread-safe, so each signature borrows one.</summary>
internal sealed class LoadedKey(string id, ECParameters parameters, DateTimeOffset activatesAt)
{
    private readonly ConcurrentBag<ECDsa> idle = [];

    public string Id => id;

    public DateTimeOffset ActivatesAt => activatesAt;

    public ECPoint Public => parameters.Q;

    /// <summary>ES256: the 64 bytes r‖s over SHA-256.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var ecdsa = idle.TryTake(out var free) ? free : ECDsa.Create(parameters);
        var signature = ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        idle.Add(ecdsa);
        return signature;
    }
}
