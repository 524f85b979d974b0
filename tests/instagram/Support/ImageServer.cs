using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialSelling.Instagram.Tests.Support;

/// <summary>Where the simulator fetches pictures from.</summary>
public sealed class ImageServer : IAsyncDisposable
{
    /// <summary>The headers of a JPEG of 640 × 640; nobody decodes the rest.</summary>
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
        0xFF, 0xC0, 0x00, 0x11, 0x08, 0x02, 0x80, 0x02, 0x80, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01, 0xFF, 0xD9,
    ];

    private WebApplication? _app;

    public Uri Picture => new(new Uri(_app!.Urls.Single()), "/picture.jpg");

    public Uri Missing => new(new Uri(_app!.Urls.Single()), "/missing.jpg");

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/picture.jpg", () => TypedResults.File(Jpeg, "image/jpeg"));
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
