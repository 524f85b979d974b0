using SocialSelling.Testing;

namespace SocialSelling.Publisher.Tests.Support;

/// <summary>The publisher with its objects in an S3 server.</summary>
public class S3PublisherFactory : ServiceFactory<Program>
{
    protected virtual string ServiceUrl => TestEnvironment.S3.ServiceUrl;

    protected override void Configure(IDictionary<string, string> settings)
    {
        var server = TestEnvironment.S3;
        settings["ObjectStore:Provider"] = "S3";
        settings["ObjectStore:S3:ServiceUrl"] = ServiceUrl;
        settings["ObjectStore:S3:AccessKey"] = server.AccessKey;
        settings["ObjectStore:S3:SecretKey"] = server.SecretKey;
        settings["ObjectStore:S3:Bucket"] = server.Bucket;
    }
}
