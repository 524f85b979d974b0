using System.Buffers.Binary;

namespace SocialSelling.Publisher.Features.Media;

/// <summary>Recognises a JPEG and finds its size by walking its segments; pixels are never decoded here.</summary>
/// <remarks>Each step moves forward and their number is bounded, so a hostile file costs no more than one pass over it.</remarks>
internal sealed record JpegHeader(int Width, int Height)
{
    public const string ContentType = "image/jpeg";

    private const int MaxSegments = 1024;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>Null when the content is no JPEG, when it ends too early, or when it is in a form that browsers and Instagram do not show.</summary>
    public static JpegHeader? Read(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[2];
        if (!TryFill(content, head) || head[0] != 0xFF || head[1] != StartOfImage) return null;

        JpegHeader? header = null;
        for (var segment = 0; segment < MaxSegments; segment++)
        {
            var marker = NextMarker(content);
            if (marker == StartOfScan) return header is not null && EndsProperly(content) ? header : null;
            if (marker is null or EndOfImage || !TryFill(content, head)) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(head) - 2;
            if (length < 0) return null;
            var next = content.Position + length;
            if (IsFrame(marker.Value) && (header = ReadFrame(content, marker.Value, length)) is null) return null;
            if (next >= content.Length) return null;
            content.Position = next;
        }

        return null;
    }

    private static byte? NextMarker(Stream content)
    {
        if (content.ReadByte() != 0xFF) return null;
        for (var fill = 0; fill < MaxSegments; fill++)
        {
            var value = content.ReadByte();
            if (value is <= 0x00) return null;
            if (value != 0xFF) return (byte)value;
        }

        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static JpegHeader? ReadFrame(Stream content, byte marker, int length)
    {
        Span<byte> frame = stackalloc byte[6];
        if (length < frame.Length || !TryFill(content, frame)) return null;
        var (precision, components) = (frame[0], frame[5]);
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        // Baseline, extended and progressive with 8 bits; one component is grey, three are colour, four are print (CMYK).
        var usual = marker is 0xC0 or 0xC1 or 0xC2 && precision == 8 && components is 1 or 3;
        return usual && width > 0 && height > 0 ? new JpegHeader(width, height) : null;
    }

    // Within the picture's data 0xFF is always followed by 0x00 or a restart marker, so the first 0xFFD9 is the end of the picture.
    private static bool EndsProperly(Stream content)
    {
        Span<byte> buffer = stackalloc byte[4096];
        var previous = 0;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            foreach (var value in buffer[..read])
            {
                if (previous == 0xFF && value == EndOfImage) return true;
                previous = value;
            }
        }

        return false;
    }

    private static bool TryFill(Stream content, Span<byte> buffer) => content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}
