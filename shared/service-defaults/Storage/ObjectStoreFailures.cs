using Amazon.Runtime;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Tells the failures of an object store from faults of ours.</summary>
public static class ObjectStoreFailures
{
    /// <summary>What a full disk, a refused connection or an answer of the S3 server look like.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or HttpRequestException or AmazonServiceException or AmazonClientException;
}
