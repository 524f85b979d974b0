using System.Net;
using System.Net.Http.Headers;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Media;

public sealed class UploadOverSocketTests(KestrelPublisherFactory factory) : IClassFixture<KestrelPublisherFactory>
{
    private const int EightMegabytes = 8 * 1024 * 1024;

    [Fact]
    public async Task Upload_OfExactlyTheLimit_IsAccepted()
    {
        using var http = NewClient();
        await (await Uploads.SendAsync(http, TestJpeg.Create(totalBytes: EightMegabytes))).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Upload_AboveTheLimitWithoutALength_AnswersMedia002()
    {
        using var http = NewClient();
        var file = new ByteArrayContent(TestJpeg.Create(totalBytes: EightMegabytes + 1));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var form = new MultipartFormDataContent { { file, "file", "picture.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "MEDIA_002", "file");
    }

    private HttpClient NewClient() => factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), [.. Permissions.All]);
}
