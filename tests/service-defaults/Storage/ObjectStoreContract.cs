using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.ServiceDefaults.Tests.Storage;

/// <summary>What every object store must do; run against each.</summary>
public abstract class ObjectStoreContract : IAsyncLifetime
{
    private WebApplication app = null!;

    protected HttpClient Client { get; } = new();

    protected string Folder { get; } = $"workspace/{Guid.CreateVersion7():N}";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected IObjectStore Store => app.Services.GetRequiredService<IObjectStore>();

    public virtual async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = FreePort();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Configuration["ObjectStore:PublicBaseUrl"] = $"http://127.0.0.1:{port}";
        foreach (var (key, value) in Settings()) builder.Configuration[$"ObjectStore:{key}"] = value;
        builder.AddObjectStore();
        app = builder.Build();
        app.MapObjectStore();
        await app.StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Put_ThenOpen_GivesContentAndType()
    {
        await PutAsync("a.jpg", "picture", "image/jpeg");

        await using var found = await Store.OpenAsync($"{Folder}/a.jpg", Ct);

        Assert.NotNull(found);
        Assert.Equal(("image/jpeg", 7), (found.ContentType, found.Length));
        Assert.Equal("picture", await new StreamReader(found.Content).ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task Put_StreamThatCannotSeek_IsStoredWhole()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 300_000));
        using var pipe = new System.IO.Compression.DeflateStream(new MemoryStream(Deflate(bytes)), System.IO.Compression.CompressionMode.Decompress);

        await Store.PutAsync($"{Folder}/big", pipe, "application/octet-stream", Ct);

        await using var found = await Store.OpenAsync($"{Folder}/big", Ct);
        Assert.Equal(300_000, found!.Length);
    }

    [Fact]
    public async Task Put_ExistingKey_Replaces()
    {
        await PutAsync("b", "one", "text/plain");
        await PutAsync("b", "second", "text/html");

        await using var found = await Store.OpenAsync($"{Folder}/b", Ct);

        Assert.Equal(("text/html", 6), (found!.ContentType, found.Length));
    }

    [Fact]
    public async Task Put_ContentThatBreaksOff_LeavesTheOldObject()
    {
        await PutAsync("c", "old", "text/plain");

        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync($"{Folder}/c", new BreakingStream(), "text/plain", Ct));

        await using var found = await Store.OpenAsync($"{Folder}/c", Ct);
        Assert.Equal(3, found!.Length);
    }

    [Fact]
    public async Task Delete_ThenRead_FindsNothing()
    {
        await PutAsync("d", "x", "text/plain");
        Assert.True(await Store.ExistsAsync($"{Folder}/d", Ct));

        await Store.DeleteAsync($"{Folder}/d", Ct);
        await Store.DeleteAsync($"{Folder}/d", Ct);

        Assert.False(await Store.ExistsAsync($"{Folder}/d", Ct));
        Assert.Null(await Store.OpenAsync($"{Folder}/d", Ct));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/.hidden")]
    [InlineData("a\0b")]
    [InlineData("a\\..\\b")]
    [InlineData("a\n")]
    [InlineData("")]
    public async Task Any_KeyThatLeadsElsewhere_IsRefused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, Stream.Null, "text/plain", Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, Ct));
        Assert.Throws<ArgumentException>(() => Store.SignGetUrl(key, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task SignedUrl_Fresh_IsServedWithItsType()
    {
        await PutAsync("e.png", "picture", "image/png");

        var answer = await Client.GetAsync(Store.SignGetUrl($"{Folder}/e.png", TimeSpan.FromMinutes(5)), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("picture", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task SignedUrl_Range_IsServedInPart()
    {
        await PutAsync("f", "0123456789", "text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Get, Store.SignGetUrl($"{Folder}/f", TimeSpan.FromMinutes(5)));
        request.Headers.Range = new RangeHeaderValue(2, 4);

        var answer = await Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task SignedUrl_ForAnotherKey_IsRefused()
    {
        await PutAsync("g", "x", "text/plain");
        await PutAsync("h", "x", "text/plain");
        var stolen = Store.SignGetUrl($"{Folder}/g", TimeSpan.FromMinutes(5)).AbsoluteUri.Replace($"{Folder}/g", $"{Folder}/h", StringComparison.Ordinal);

        Assert.False((await Client.GetAsync(new Uri(stolen), Ct)).IsSuccessStatusCode);
        Assert.False((await Client.GetAsync(new Uri(stolen.Split('?')[0]), Ct)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task SignedUrl_Expired_IsRefused()
    {
        await PutAsync("i", "x", "text/plain");
        var url = Store.SignGetUrl($"{Folder}/i", TimeSpan.FromSeconds(1));

        await SocialSelling.Testing.Eventually.That(async () => !(await Client.GetAsync(url, Ct)).IsSuccessStatusCode);
    }

    protected abstract IReadOnlyDictionary<string, string> Settings();

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(target, System.IO.Compression.CompressionMode.Compress)) deflate.Write(bytes);
        return target.ToArray();
    }

    private Task PutAsync(string name, string content, string type) =>
        Store.PutAsync($"{Folder}/{name}", new MemoryStream(Encoding.UTF8.GetBytes(content)), type, Ct);
}
