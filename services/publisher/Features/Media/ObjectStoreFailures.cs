using Amazon.Runtime;

namespace SocialSelling.Publisher.Features.Media;

/// <summary>What a full disk, a refused connection or an answer of the S3 server look like.</summary>
internal static class ObjectStoreFailures
{
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or HttpRequestException or AmazonServiceException or AmazonClientException;
}
