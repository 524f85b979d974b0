namespace SocialSelling.Identity.Features.Profile;

/// <summary>Tells the accepted kinds of pictures by their first bytes.</summary>
internal static class PictureKind
{
    public const int HeaderLength = 12;

    public static bool IsKnown(ReadOnlySpan<byte> head) => head.Length == HeaderLength
        && (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || IsPng(head) || IsWebP(head));

    private static bool IsPng(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static bool IsWebP(ReadOnlySpan<byte> head) => head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8);
}
