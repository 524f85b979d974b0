using System.Net;
using System.Security.Cryptography;

namespace SocialSelling.ServiceDefaults.Tests.Storage;

public sealed class FileSystemObjectStoreTests : ObjectStoreContract
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"objects-{Guid.CreateVersion7():N}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SignedUrl_OneBitOff_IsRefused()
    {
        await Store.PutAsync($"{Folder}/x", new MemoryStream([1]), "text/plain", Ct);
        var url = Store.SignGetUrl($"{Folder}/x", TimeSpan.FromMinutes(5)).AbsoluteUri;
        var place = url.IndexOf("signature=", StringComparison.Ordinal) + "signature=".Length;
        var forged = url[..place] + (url[place] == 'A' ? 'B' : 'A') + url[(place + 1)..];

        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(forged), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(url.Replace("expires=", "expires=9", StringComparison.Ordinal)), Ct)).StatusCode);
    }

    [Fact]
    public async Task SignedUrl_Answer_CannotBeSniffedOrRun()
    {
        await Store.PutAsync($"{Folder}/y.svg", new MemoryStream([1]), "image/svg+xml", Ct);

        var answer = await Client.GetAsync(Store.SignGetUrl($"{Folder}/y.svg", TimeSpan.FromMinutes(5)), Ct);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_Done_LeavesNoUploadBehind()
    {
        await Store.PutAsync($"{Folder}/z", new MemoryStream([1]), "text/plain", Ct);

        Assert.Empty(Directory.GetFiles(Path.Combine(root, ".uploads")));
    }

    protected override IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>
    {
        ["Provider"] = "FileSystem",
        ["Root"] = root,
        ["SigningKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };
}
