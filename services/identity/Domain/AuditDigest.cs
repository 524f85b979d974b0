using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Domain;

/// <summary>
/// SHA-256 over fields of which each goes in as its length (four bytes, big-endian; -1 for none) and its bytes: no two lists of fields give
/// the same bytes. Texts are UTF-8, ids their 32 hexadecimal digits, numbers decimal, times microseconds since 1970.
/// </summary>
internal sealed class AuditDigest
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public AuditDigest Add(byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(bytes ?? []);
        return this;
    }

    public AuditDigest Add(string? text) => Add(text is null ? null : Encoding.UTF8.GetBytes(text));

    public AuditDigest Add(Guid id) => Add(id.ToString("N"));

    public AuditDigest Add(long number) => Add(FormattableString.Invariant($"{number}"));

    public AuditDigest Add(DateTimeOffset time) => Add((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public byte[] ToHash()
    {
        using (hash)
        {
            return hash.GetHashAndReset();
        }
    }
}
