namespace SocialSelling.Publisher.Tests.Support;

/// <summary>The publisher whose S3 server is away: nobody listens on port 1.</summary>
public sealed class LostS3PublisherFactory : S3PublisherFactory
{
    protected override string ServiceUrl => "http://127.0.0.1:1";
}
