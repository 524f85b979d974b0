using System.Net;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Media;

public sealed class S3UploadTests(S3PublisherFactory factory) : IClassFixture<S3PublisherFactory>
{
    [Fact]
    public async Task Upload_ToS3_IsFetchedByItsSignedUrl()
    {
        var bytes = TestJpeg.Create(totalBytes: 300_000);
        using var http = factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), [.. Permissions.All]);

        var media = await (await Uploads.SendAsync(http, bytes)).JsonAsync(HttpStatusCode.Created);

        using var outsider = new HttpClient();
        var fetched = await outsider.GetAsync(new Uri(media.GetProperty("url").GetString()!), TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes, await fetched.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
