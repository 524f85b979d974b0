using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Media;

public sealed class UploadMediaTests(PublisherFactory factory)
{
    private const int EightMegabytes = 8 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_Jpeg_IsStoredAndFetchedByItsSignedUrl()
    {
        var shop = await Shop.OpenAsync(factory);
        var bytes = TestJpeg.Create(1200, 900);

        var response = await Uploads.SendAsync(shop.Http, bytes, altText: "A lamp");
        var media = await response.JsonAsync(HttpStatusCode.Created);

        Assert.Equal($"/api/v1/media/{media.GetProperty("id").GetGuid()}", response.Headers.Location!.AbsolutePath);
        Assert.Equal((1200, 900), (media.GetProperty("width").GetInt32(), media.GetProperty("height").GetInt32()));
        Assert.Equal("image/jpeg", media.GetProperty("contentType").GetString());
        Assert.Equal(bytes.Length, media.GetProperty("bytes").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), media.GetProperty("sha256").GetString());
        Assert.Equal("A lamp", media.GetProperty("altText").GetString());

        var again = await shop.GetAsync($"/api/v1/media/{media.GetProperty("id").GetGuid()}");
        var url = new Uri(again.GetProperty("url").GetString()!);
        using var outsider = factory.CreateClient();
        var fetched = await outsider.GetAsync(url.PathAndQuery, Ct);
        Assert.Equal("image/jpeg", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes, await fetched.Content.ReadAsByteArrayAsync(Ct));
        Assert.False((await outsider.GetAsync(url.AbsolutePath, Ct)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Upload_JpegNamedAndDeclaredAsSomethingElse_IsTakenForWhatItIs()
    {
        var shop = await Shop.OpenAsync(factory);
        var media = await (await Uploads.SendAsync(shop.Http, TestJpeg.Create(), name: "../../etc/passwd.png", type: "text/html")).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("image/jpeg", media.GetProperty("contentType").GetString());
        Assert.DoesNotContain("passwd", media.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfExactlyTheLimit_IsAccepted()
    {
        var shop = await Shop.OpenAsync(factory);
        var media = await (await Uploads.SendAsync(shop.Http, TestJpeg.Create(totalBytes: EightMegabytes))).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(EightMegabytes, media.GetProperty("bytes").GetInt32());
    }

    [Theory]
    [InlineData(EightMegabytes + 1)]
    [InlineData(EightMegabytes + 1_000_000)]
    public async Task Upload_AboveTheLimit_AnswersMedia002(int size)
    {
        var shop = await Shop.OpenAsync(factory);
        await (await Uploads.SendAsync(shop.Http, TestJpeg.Create(totalBytes: size))).AssertProblemAsync(HttpStatusCode.BadRequest, "MEDIA_002", "file");
        Assert.Equal(1, (await shop.GetAsync("/api/v1/media")).GetProperty("meta").GetProperty("total").GetInt32());
    }

    public static TheoryData<string, byte[]> NoPictures => new()
    {
        { "PNG", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[200]] },
        { "HTML", [.. "<html><script>alert(1)</script></html>"u8] },
        { "truncated in the data", TestJpeg.Create()[..^2] },
        { "truncated before the frame", TestJpeg.Create()[..22] },
        { "start marker only", [0xFF, 0xD8, 0xFF] },
        { "no width", TestJpeg.Create(width: 0) },
        { "CMYK", TestJpeg.Create(components: 4) },
        { "arithmetic coding", TestJpeg.Create(frame: 0xC9) },
        { "12 bits", TestJpeg.Create(precision: 12) },
    };

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task Upload_OfNoWholeJpeg_AnswersMedia003(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        var shop = await Shop.OpenAsync(factory);
        await (await Uploads.SendAsync(shop.Http, bytes, name: "picture.jpg", type: "image/jpeg"))
            .AssertProblemAsync(HttpStatusCode.BadRequest, "MEDIA_003", "file");
    }

    [Fact]
    public async Task Upload_WithoutAFile_NamesTheField()
    {
        var shop = await Shop.OpenAsync(factory);
        using var form = new MultipartFormDataContent { { new StringContent("A lamp"), "altText" } };
        await (await shop.Http.PostAsync("/api/v1/media", form, Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "file");
    }

    [Theory]
    [InlineData('ä', 1001)]
    [InlineData('\0', 1)]
    public async Task Upload_WithAnUnusableAltText_NamesTheField(char character, int count)
    {
        var shop = await Shop.OpenAsync(factory);
        await (await Uploads.SendAsync(shop.Http, TestJpeg.Create(), altText: new string(character, count)))
            .AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "altText");
    }

    [Fact]
    public async Task Upload_CutOffInTheForm_Answers400()
    {
        var shop = await Shop.OpenAsync(factory);
        using var body = new ByteArrayContent([.. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"u8, .. TestJpeg.Create()]);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await (await shop.Http.PostAsync("/api/v1/media", body, Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "file");
    }

    [Fact]
    public async Task Upload_OfJson_Answers415()
    {
        var shop = await Shop.OpenAsync(factory);
        using var body = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await shop.Http.PostAsync("/api/v1/media", body, Ct)).StatusCode);
    }

    [Fact]
    public async Task Upload_RepeatedWithItsKey_StoresOnce()
    {
        var shop = await Shop.OpenAsync(factory);
        var bytes = TestJpeg.Create();
        var first = await (await Uploads.SendAsync(shop.Http, bytes, key: "once")).JsonAsync(HttpStatusCode.Created);
        var second = await (await Uploads.SendAsync(shop.Http, bytes, key: "once")).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("id").GetGuid(), second.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Upload_WithoutThePermission_Answers403()
    {
        using var viewer = factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), Permissions.MediaRead);
        await (await Uploads.SendAsync(viewer, TestJpeg.Create())).AssertProblemAsync(HttpStatusCode.Forbidden, "USER_002");
    }

    [Fact]
    public async Task Media_OfAnotherWorkspace_IsNotFoundAndNotListed()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        await (await other.Http.GetAsync($"/api/v1/media/{shop.Media.Id}", Ct)).AssertProblemAsync(HttpStatusCode.NotFound, "MEDIA_004");
        var listed = (await other.GetAsync("/api/v1/media?perPage=100")).GetProperty("data").EnumerateArray().Select(media => media.GetProperty("id").GetGuid());
        Assert.Equal([other.Media.Id], listed);
    }
}
