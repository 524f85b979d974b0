using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Media;

public sealed class LostStoreTests(LostS3PublisherFactory factory) : IClassFixture<LostS3PublisherFactory>
{
    [Fact]
    public async Task Upload_WhileTheStoreIsAway_AnswersMedia001AndKeepsNoRow()
    {
        using var http = factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), [.. Permissions.All]);

        await (await Uploads.SendAsync(http, TestJpeg.Create())).AssertProblemAsync(HttpStatusCode.InternalServerError, "MEDIA_001");

        var list = await http.GetFromJsonAsync<JsonElement>("/api/v1/media", TestContext.Current.CancellationToken);
        Assert.Equal(0, list.GetProperty("meta").GetProperty("total").GetInt32());
    }
}
