using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Storage;

public sealed class S3ObjectStoreTests : ObjectStoreContract
{
    public override async ValueTask InitializeAsync()
    {
        var server = TestEnvironment.S3;
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(server.AccessKey, server.SecretKey),
            new AmazonS3Config { ServiceURL = server.ServiceUrl, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        try
        {
            await client.PutBucketAsync(server.Bucket, Ct);
        }
        catch (BucketAlreadyOwnedByYouException)
        {
            // Made by an earlier test.
        }

        await base.InitializeAsync();
    }

    [Fact]
    public async Task Object_WithoutSignature_IsRefused()
    {
        await Store.PutAsync($"{Folder}/x", new MemoryStream([1]), "text/plain", Ct);
        var server = TestEnvironment.S3;

        Assert.False((await Client.GetAsync(new Uri($"{server.ServiceUrl}/{server.Bucket}/{Folder}/x"), Ct)).IsSuccessStatusCode);
    }

    protected override IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>
    {
        ["Provider"] = "S3",
        ["S3:ServiceUrl"] = TestEnvironment.S3.ServiceUrl,
        ["S3:AccessKey"] = TestEnvironment.S3.AccessKey,
        ["S3:SecretKey"] = TestEnvironment.S3.SecretKey,
        ["S3:Bucket"] = TestEnvironment.S3.Bucket,
    };
}
