using System.Buffers.Binary;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>Reads width and height from the content of a JPEG, whatever its name or content type says.</summary>
internal static class JpegHeader
{
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> image)
    {
        if (image.Length < 4 || image[0] != 0xFF || image[1] != 0xD8)
        {
            return null;
        }

        var position = 2;
        while (position + 9 < image.Length && image[position] == 0xFF)
        {
            var marker = image[position + 1];
            if (marker == 0xFF)
            {
                position++;
            }
            else if (IsStartOfFrame(marker))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(image[(position + 5)..]);
                var width = BinaryPrimitives.ReadUInt16BigEndian(image[(position + 7)..]);
                return width > 0 && height > 0 ? (width, height) : null;
            }
            else
            {
                position += 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(position + 2)..]);
            }
        }

        return null;
    }

    private static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
