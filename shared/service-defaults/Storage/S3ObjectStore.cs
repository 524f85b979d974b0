using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Objects in a bucket of any S3.</summary>
internal sealed class S3ObjectStore(S3Clients clients, IOptions<ObjectStoreOptions> options, TimeProvider clock) : IObjectStore
{
    private readonly S3Options _options = options.Value.S3;

    public async Task PutAsync(string key, Stream content, string contentType, CancellationToken ct)
    {
        ObjectKey.ThrowIfInvalid(key);
        await using var spooled = await SpoolAsync(content, ct);
        var request = new PutObjectRequest
        {
            BucketName = _options.Bucket,
            Key = key,
            InputStream = spooled ?? content,
            ContentType = contentType,
            AutoCloseStream = false,
            // Small S3 servers do not know the chunked signature.
            UseChunkEncoding = false,
        };
        await clients.Inside.PutObjectAsync(request, ct);
    }

    public async Task<StoredObject?> OpenAsync(string key, CancellationToken ct)
    {
        ObjectKey.ThrowIfInvalid(key);
        try
        {
            var answer = await clients.Inside.GetObjectAsync(_options.Bucket, key, ct);
            return new StoredObject(answer.ResponseStream, answer.Headers.ContentType, answer.ContentLength);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        ObjectKey.ThrowIfInvalid(key);
        return clients.Inside.DeleteObjectAsync(_options.Bucket, key, ct);
    }

    public async Task<bool> ExistsAsync(string key, CancellationToken ct)
    {
        ObjectKey.ThrowIfInvalid(key);
        try
        {
            await clients.Inside.GetObjectMetadataAsync(_options.Bucket, key, ct);
            return true;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public Uri SignGetUrl(string key, TimeSpan lifetime)
    {
        ObjectKey.ThrowIfInvalid(key);
        return new Uri(clients.Outside.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = _options.Bucket,
            Key = key,
            Verb = HttpVerb.GET,
            Expires = clock.GetUtcNow().Add(lifetime).UtcDateTime,
            Protocol = clients.OutsideProtocol,
        }));
    }

    // The signature covers the whole body, so a stream that cannot be read twice goes through a file that vanishes when closed.
    private static async Task<FileStream?> SpoolAsync(Stream content, CancellationToken ct)
    {
        if (content.CanSeek) return null;
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(file, ct);
        file.Position = 0;
        return file;
    }
}
