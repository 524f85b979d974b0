using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Objects as files below one folder, each with its content type beside it.</summary>
internal sealed class FileSystemObjectStore(IOptions<ObjectStoreOptions> options, UrlSigner signer) : IObjectStore
{
    // A segment of a key never begins with a dot: these two can be no object.
    private const string TypeSuffix = "/.types";
    private const string UploadFolder = ".uploads";
    private readonly string _root = Path.GetFullPath(options.Value.Root);

    public async Task PutAsync(string key, Stream content, string contentType, CancellationToken ct)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(TypeFolderOf(path));
        await WriteAsync(TypePathOf(path), stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(contentType), ct).AsTask());
        await WriteAsync(path, stream => content.CopyToAsync(stream, ct));
    }

    public async Task<StoredObject?> OpenAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return null;
        var contentType = await File.ReadAllTextAsync(TypePathOf(path), ct);
        var content = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });
        return new StoredObject(content, contentType, content.Length);
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return Task.CompletedTask;
        File.Delete(path);
        File.Delete(TypePathOf(path));
        return Task.CompletedTask;
    }

    public Task<bool> ExistsAsync(string key, CancellationToken ct) => Task.FromResult(File.Exists(PathOf(key)));

    public Uri SignGetUrl(string key, TimeSpan lifetime)
    {
        ObjectKey.ThrowIfInvalid(key);
        return signer.Sign(key, lifetime);
    }

    private static string TypeFolderOf(string path) => Path.GetDirectoryName(path) + TypeSuffix;

    private static string TypePathOf(string path) => Path.Combine(TypeFolderOf(path), Path.GetFileName(path));

    private string PathOf(string key)
    {
        ObjectKey.ThrowIfInvalid(key);
        var path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("The key leads out of the store.", nameof(key));
    }

    // Written elsewhere, brought to the disk and then renamed: a reader sees the old object or the new one, never a part.
    private async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var uploads = Path.Combine(_root, UploadFolder);
        Directory.CreateDirectory(uploads);
        var temporary = Path.Combine(uploads, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
