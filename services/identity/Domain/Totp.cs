using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Domain;

/// <summary>Time-based one-time passwords, RFC 6238 with what every authenticator app knows: SHA-1, six digits, thirty seconds.</summary>
internal static class Totp
{
    public const int SecretLength = 20;
    public const int Digits = 6;
    public const int StepSeconds = 30;

    /// <summary>Steps that the user's clock may be off, either way.</summary>
    private const int Skew = 1;

    public static long StepAt(DateTimeOffset time) => Math.DivRem(time.ToUnixTimeSeconds(), StepSeconds).Quotient;

    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: what authenticator apps compute. HMAC does not rest on SHA-1's resistance to collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that the code belongs to, after the last one that was accepted; null where there is none.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        Span<byte> given = stackalloc byte[Digits];
        if (code.Length != Digits || !Encoding.ASCII.TryGetBytes(code, given, out _))
        {
            return null;
        }

        // All candidates are compared, so that the time does not tell which one was near.
        long? match = null;
        for (var step = StepAt(now) - Skew; step <= StepAt(now) + Skew; step++)
        {
            var equal = CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(secret, step)));
            match = equal && step > lastStep ? match ?? step : match;
        }

        return match;
    }
}
