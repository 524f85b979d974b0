using System.Net;

namespace SocialSelling.MetaSimulator.Tests;

/// <summary>Serves pictures by name: `WIDTHxHEIGHT` a JPEG of that size, and some that are refused.</summary>
internal sealed class PictureServer : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = request.RequestUri!.AbsolutePath.Trim('/');
        switch (name)
        {
            case "missing":
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            case "endless":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("Waiting for ever came to an end.");
            case "png":
                return Picture([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[64]]);
            case "large":
                return Picture([.. Jpeg(1000, 1000), .. new byte[(8 * 1024 * 1024) + 1]]);
            default:
                var size = name.Split('x').Select(int.Parse).ToArray();
                return Picture(Jpeg(size[0], size[1]));
        }
    }

    /// <summary>The content type lies on purpose: only the content counts.</summary>
    private static HttpResponseMessage Picture(byte[] content) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(content) { Headers = { { "Content-Type", "image/webp" } } } };

    private static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xD9,
    ];
}
