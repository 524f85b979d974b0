namespace SocialSelling.Publisher.Tests.Support;

/// <summary>Pictures that are well formed without being pretty: every segment a reader looks at is there.</summary>
internal static class TestJpeg
{
    public static byte[] Create(int width = 1080, int height = 1080, byte frame = 0xC0, byte components = 3, byte precision = 8, int totalBytes = 0)
    {
        List<byte> jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        jpeg.AddRange([0xFF, frame, 0, (byte)(8 + (3 * components)), precision, .. Word(height), .. Word(width), components]);
        for (byte component = 1; component <= components; component++) jpeg.AddRange([component, 0x11, 0]);
        jpeg.AddRange([0xFF, 0xDA, 0, (byte)(6 + (2 * components)), components]);
        for (byte component = 1; component <= components; component++) jpeg.AddRange([component, 0]);
        jpeg.AddRange([0, 63, 0]);
        jpeg.AddRange(Enumerable.Repeat((byte)0x55, Math.Max(64, totalBytes - jpeg.Count - 2)));
        jpeg.AddRange([0xFF, 0xD9]);
        return [.. jpeg];
    }

    /// <summary>Camera files carry a thumbnail with an end marker of its own before the picture begins.</summary>
    public static byte[] WithThumbnail(byte[] jpeg)
    {
        var thumbnail = Create(160, 120);
        return [.. jpeg[..2], 0xFF, 0xE1, .. Word(thumbnail.Length + 2), .. thumbnail, 0xFF, 0xFF, .. jpeg[3..]];
    }

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
