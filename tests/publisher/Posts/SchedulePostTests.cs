using System.Net;
using System.Net.Http.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class SchedulePostTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Schedule_WithATime_IsStoredInUtc()
    {
        var shop = await Shop.OpenAsync(factory);
        var due = new DateTimeOffset(2030, 3, 1, 9, 0, 0, TimeSpan.FromHours(-3));

        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, caption = "Olá", scheduledTime = due });
        var post = await response.JsonAsync(HttpStatusCode.Created);

        Assert.Equal($"/api/v1/posts/{post.GetProperty("id").GetGuid()}", response.Headers.Location!.AbsolutePath);
        Assert.Equal("2030-03-01T12:00:00+00:00", post.GetProperty("scheduledTime").GetString());
        Assert.Equal("scheduled", post.GetProperty("status").GetString());
        Assert.Equal("Alt text of the picture", post.GetProperty("altText").GetString());
        Assert.Equal("Olá", (await shop.GetAsync(response.Headers.Location.AbsolutePath)).GetProperty("caption").GetString());
    }

    [Fact]
    public async Task Schedule_WithoutATime_IsDueNow()
    {
        var shop = await Shop.OpenAsync(factory);
        var post = await (await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id })).JsonAsync(HttpStatusCode.Created);
        Assert.InRange(post.GetProperty("scheduledTime").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Schedule_RepeatedWithItsKey_PlansOnce()
    {
        var shop = await Shop.OpenAsync(factory);
        var body = new { shop.AccountId, mediaId = shop.Media.Id, scheduledTime = DateTimeOffset.UtcNow.AddDays(1) };
        shop.Http.DefaultRequestHeaders.Add("Idempotency-Key", "plan-1");

        var first = await (await shop.ScheduleAsync(body)).JsonAsync(HttpStatusCode.Created);
        var second = await (await shop.ScheduleAsync(body)).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(first.GetProperty("id").GetGuid(), second.GetProperty("id").GetGuid());
        Assert.Equal(1, (await shop.GetAsync("/api/v1/posts")).GetProperty("meta").GetProperty("total").GetInt32());
    }

    public static TheoryData<string, int, int> Texts => new()
    {
        { "caption", 2201, 0 },
        { "altText", 0, 1001 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Schedule_WithTooLongAText_NamesTheField(string field, int caption, int altText)
    {
        var shop = await Shop.OpenAsync(factory);
        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, caption = new string('x', caption), altText = new string('x', altText) });
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", field);
    }

    [Theory]
    [InlineData("#tag{0} ", 30, true)]
    [InlineData("#tag{0} ", 31, false)]
    [InlineData("@person{0} ", 20, true)]
    [InlineData("@person{0} ", 21, false)]
    public async Task Schedule_WithHashtagsAndMentions_KeepsToTheLimits(string pattern, int count, bool accepted)
    {
        var shop = await Shop.OpenAsync(factory);
        var caption = string.Concat(Enumerable.Range(0, count).Select(n => pattern.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, caption, scheduledTime = DateTimeOffset.UtcNow.AddDays(1) });
        if (accepted) await response.JsonAsync(HttpStatusCode.Created);
        else await response.AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "caption");
    }

    [Theory]
    [InlineData(-50, true)]
    [InlineData(-70, false)]
    public async Task Schedule_InThePast_IsRefusedAfterAMinute(int seconds, bool accepted)
    {
        var shop = await Shop.OpenAsync(factory);
        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = shop.Media.Id, scheduledTime = DateTimeOffset.UtcNow.AddSeconds(seconds) });
        if (accepted) await response.JsonAsync(HttpStatusCode.Created);
        else await response.AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "scheduledTime");
    }

    [Theory]
    [InlineData(864, 1080, true)]
    [InlineData(863, 1080, false)]
    [InlineData(1910, 1000, true)]
    [InlineData(1911, 1000, false)]
    public async Task Schedule_OfAPicture_KeepsToInstagramsRatios(int width, int height, bool accepted)
    {
        var shop = await Shop.OpenAsync(factory);
        var media = shop.NewMedia(width, height);
        await factory.SaveAsync(media);
        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = media.Id, scheduledTime = DateTimeOffset.UtcNow.AddDays(1) });
        if (accepted) await response.JsonAsync(HttpStatusCode.Created);
        else await response.AssertProblemAsync(HttpStatusCode.BadRequest, "POST_003", "mediaId");
    }

    [Fact]
    public async Task Schedule_OnAnotherWorkspacesAccount_AnswersIg003()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var response = await shop.ScheduleAsync(new { other.AccountId, mediaId = shop.Media.Id });
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "IG_003", "accountId");
    }

    [Fact]
    public async Task Schedule_OnADisconnectedAccount_AnswersIg003()
    {
        var shop = await Shop.OpenAsync(factory);
        var account = ClientAccount.Create(Guid.CreateVersion7(), shop.WorkspaceId, "instagram", "1");
        account.Disconnect(DateTimeOffset.UtcNow);
        await factory.SaveAsync(account);
        await (await shop.ScheduleAsync(new { accountId = account.Id, mediaId = shop.Media.Id })).AssertProblemAsync(HttpStatusCode.BadRequest, "IG_003", "accountId");
    }

    [Fact]
    public async Task Schedule_WithAnotherWorkspacesPicture_NamesTheField()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var response = await shop.ScheduleAsync(new { shop.AccountId, mediaId = other.Media.Id });
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", "mediaId");
    }

    [Fact]
    public async Task Schedule_WithSeveralFaults_NamesThemAll()
    {
        var shop = await Shop.OpenAsync(factory);
        var response = await shop.ScheduleAsync(new { accountId = shop.UserId, mediaId = shop.UserId, scheduledTime = DateTimeOffset.UnixEpoch });
        var errors = (await response.JsonAsync(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray();
        Assert.Equal(["accountId", "mediaId", "scheduledTime"], errors.Select(error => error.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("""{"mediaId":"0199aaaa-0000-7000-8000-000000000000"}""", "accountId")]
    [InlineData("""{"accountId":"0199aaaa-0000-7000-8000-000000000000","mediaId":7}""", "mediaId")]
    [InlineData("""{"accountId":"0199aaaa-0000-7000-8000-000000000000","mediaId":"0199aaaa-0000-7000-8000-000000000000","caption":"a\u0000b"}""", "caption")]
    [InlineData("""{"accountId":"0199aaaa-0000-7000-8000-000000000000","mediaId":"0199aaaa-0000-7000-8000-000000000000","caption":"\ud800"}""", "caption")]
    [InlineData("""{"accountId":"0199aaaa-0000-7000-8000-000000000000","mediaId":"0199aaaa-0000-7000-8000-000000000000","scheduledTime":"soon"}""", "scheduledTime")]
    public async Task Schedule_WithAFieldMissingOrUnusable_NamesIt(string body, string field)
    {
        var shop = await Shop.OpenAsync(factory);
        using var content = new StringContent(body, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));
        await (await shop.Http.PostAsync("/api/v1/posts", content, Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", field);
    }

    [Fact]
    public async Task Schedule_WithoutThePermission_Answers403()
    {
        using var viewer = factory.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), Permissions.PostsRead);
        await (await viewer.PostAsJsonAsync("/api/v1/posts", new { }, Ct)).AssertProblemAsync(HttpStatusCode.Forbidden, "USER_002");
    }
}
