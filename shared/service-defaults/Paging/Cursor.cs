using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>A place in a feed sorted by time and id, as an opaque text.</summary>
public static class Cursor
{
    private const int Size = 24;

    /// <summary>The text for a place.</summary>
    public static string Encode(DateTimeOffset time, Guid id)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.UtcTicks);
        id.TryWriteBytes(bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The place, unless the text is not one of ours.</summary>
    public static bool TryDecode([NotNullWhen(true)] string? cursor, out DateTimeOffset time, out Guid id)
    {
        time = default;
        id = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (cursor is null || !Base64Url.IsValid(cursor, out var length) || length != Size || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        id = new Guid(bytes[8..]);
        return true;
    }
}
