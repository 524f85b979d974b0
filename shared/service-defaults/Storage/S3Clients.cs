using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>One client for the server's address inside, and one that only signs for the address outside.</summary>
internal sealed class S3Clients(IOptions<ObjectStoreOptions> options) : IDisposable
{
    private readonly Lazy<AmazonS3Client> _inside = new(() => Create(options.Value.S3, options.Value.S3.ServiceUrl));
    private readonly Lazy<AmazonS3Client> _outside = new(() => Create(options.Value.S3, PublicUrl(options.Value.S3)));

    public AmazonS3Client Inside => _inside.Value;

    public AmazonS3Client Outside => _outside.Value;

    public Protocol OutsideProtocol => PublicUrl(options.Value.S3).StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? Protocol.HTTPS : Protocol.HTTP;

    public void Dispose()
    {
        if (_inside.IsValueCreated) _inside.Value.Dispose();
        if (_outside.IsValueCreated) _outside.Value.Dispose();
    }

    private static string PublicUrl(S3Options options) => options.PublicServiceUrl.Length == 0 ? options.ServiceUrl : options.PublicServiceUrl;

    private static AmazonS3Client Create(S3Options options, string url) => new(
        new BasicAWSCredentials(options.AccessKey, options.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = url,
            ForcePathStyle = true,
            AuthenticationRegion = options.Region,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromSeconds(60),
            MaxErrorRetry = 2,
        });
}
