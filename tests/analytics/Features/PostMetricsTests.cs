using System.Net;
using System.Text.Json;
using SocialSelling.Analytics.Tests.Support;
using Xunit;

namespace SocialSelling.Analytics.Tests.Features;

public sealed class PostMetricsTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_SortedByViews_PutsUnknownFiguresLast()
    {
        var shop = await Shop.OpenAsync(factory);
        await factory.SaveAsync(
            shop.NewPublishedPost("a", Shop.Noon), shop.NewPublishedPost("b", Shop.Noon.AddHours(-1)), shop.NewPublishedPost("c", Shop.Noon.AddHours(-2)),
            shop.NewFailedPost(Shop.Noon), shop.NewMetrics("a", new() { ["reach"] = 1 }), shop.NewMetrics("b", new() { ["views"] = 9 }),
            shop.NewMetrics("c", new() { ["views"] = 90 }));

        var page = await shop.GetAsync("/api/v1/analytics/posts?sort=-views&perPage=2");
        Assert.Equal(["c", "b"], Media(page));
        Assert.Equal(4, page.GetProperty("meta").GetProperty("total").GetInt32());
        Assert.Equal(["a", "b", "c"], Media(await shop.GetAsync("/api/v1/analytics/posts?filter[status]=published")));
        var failed = (await shop.GetAsync($"/api/v1/analytics/posts?filter[status]=failed&filter[accountId]={shop.AccountId}")).GetProperty("data")[0];
        Assert.Equal(("failed", "POST_002"), (failed.GetProperty("status").GetString(), failed.GetProperty("errorCode").GetString()));
        Assert.Equal(JsonValueKind.Null, failed.GetProperty("metrics").ValueKind);
    }

    [Theory]
    [InlineData("filter[status]=late", "filter[status]")]
    [InlineData("filter[accountId]=7", "filter[accountId]")]
    [InlineData("sort=caption", "sort")]
    public async Task List_WithABadParameter_NamesIt(string query, string field)
    {
        var shop = await Shop.OpenAsync(factory);
        await (await shop.Http.GetAsync($"/api/v1/analytics/posts?{query}", Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", field);
    }

    [Fact]
    public async Task Posts_OfAnotherWorkspace_AreNotFoundAndNotListed()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var post = shop.NewPublishedPost("x", Shop.Noon);
        await factory.SaveAsync(post);

        Assert.Empty(Media(await other.GetAsync("/api/v1/analytics/posts")));
        await (await other.Http.GetAsync($"/api/v1/analytics/posts/{post.Id}", Ct)).AssertProblemAsync(HttpStatusCode.NotFound, "POST_001");
        await (await other.Http.GetAsync($"/api/v1/analytics/accounts/{shop.AccountId}/snapshots", Ct)).AssertProblemAsync(HttpStatusCode.NotFound, "ACCOUNT_001");
    }

    private static List<string?> Media(JsonElement page) =>
        [.. page.GetProperty("data").EnumerateArray().Select(post => post.GetProperty("platformPostId").GetString())];
}
