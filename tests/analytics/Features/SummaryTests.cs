using System.Net;
using System.Text.Json;
using SocialSelling.Analytics.Tests.Support;
using Xunit;

namespace SocialSelling.Analytics.Tests.Features;

public sealed class SummaryTests(AnalyticsFactory factory)
{
    private static readonly DateOnly First = new(2026, 10, 11);

    [Fact]
    public async Task Summary_OfARange_AddsUpAndShowsTheRangeBefore()
    {
        var shop = await Shop.OpenAsync(factory);
        var second = await shop.ConnectAsync();
        await factory.SaveAsync(
            shop.NewSnapshot(First.AddDays(-1), new() { ["followers_count"] = 90, ["reach"] = 5 }),
            shop.NewSnapshot(First, new() { ["followers_count"] = 100, ["reach"] = 10, ["views"] = 30 }),
            shop.NewSnapshot(First.AddDays(1), new() { ["followers_count"] = 104, ["reach"] = 20 }),
            shop.NewSnapshot(First.AddDays(2), new() { ["reach"] = 1 }),
            shop.NewSnapshot(First.AddDays(1), new() { ["followers_count"] = 7, ["total_interactions"] = 2 }, second),
            shop.NewSnapshot(First.AddDays(3), new() { ["reach"] = 1000 }),
            shop.NewPublishedPost("1", At(First)), shop.NewPublishedPost("2", At(First.AddDays(2))), shop.NewPublishedPost("3", At(First.AddDays(3))),
            shop.NewPublishedPost("4", At(First.AddDays(-1))), shop.NewFailedPost(At(First.AddDays(1))));

        var all = await shop.GetAsync($"/api/v1/analytics/summary?from={First:O}&to={First.AddDays(2):O}");
        AssertRange(all.GetProperty("current"), followers: 111, reach: 31, views: 30, interactions: 2, published: 2, failed: 1);
        AssertRange(all.GetProperty("previous"), followers: 90, reach: 5, views: null, interactions: null, published: 1, failed: 0);
        Assert.Equal("2026-10-08", all.GetProperty("previous").GetProperty("from").GetString());
        Assert.Equal("2026-10-10", all.GetProperty("previous").GetProperty("to").GetString());

        var one = await shop.GetAsync($"/api/v1/analytics/summary?accountId={second}&from={First:O}&to={First.AddDays(2):O}");
        AssertRange(one.GetProperty("current"), followers: 7, reach: null, views: null, interactions: 2, published: 0, failed: 0);
    }

    [Fact]
    public async Task Summary_OfZeros_IsZeroAndNotNull()
    {
        var shop = await Shop.OpenAsync(factory);
        await factory.SaveAsync(shop.NewSnapshot(First, new() { ["followers_count"] = 0, ["reach"] = 0, ["views"] = 0, ["total_interactions"] = 0 }));
        var summary = await shop.GetAsync($"/api/v1/analytics/summary?from={First:O}&to={First:O}");
        AssertRange(summary.GetProperty("current"), 0, 0, 0, 0, 0, 0);
    }

    [Fact]
    public async Task Summary_OfAnotherWorkspace_ShowsNothingOfIt()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        await factory.SaveAsync(shop.NewSnapshot(First, new() { ["reach"] = 1 }), shop.NewPublishedPost("1", At(First)));

        var summary = await other.GetAsync($"/api/v1/analytics/summary?from={First:O}&to={First:O}");
        AssertRange(summary.GetProperty("current"), null, null, null, null, 0, 0);
        var response = await other.Http.GetAsync($"/api/v1/analytics/summary?accountId={shop.AccountId}", TestContext.Current.CancellationToken);
        await response.AssertProblemAsync(HttpStatusCode.NotFound, "ACCOUNT_001");
    }

    [Theory]
    [InlineData("from=2026-10-02&to=2026-10-01", "from")]
    [InlineData("from=2020-01-01&to=2026-10-01", "from")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=9999-12-30&to=9999-12-31", "to")]
    [InlineData("accountId=7", "accountId")]
    public async Task Summary_WithABadParameter_NamesIt(string query, string field)
    {
        var shop = await Shop.OpenAsync(factory);
        var response = await shop.Http.GetAsync($"/api/v1/analytics/summary?{query}", TestContext.Current.CancellationToken);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", field);
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(23, 59)), TimeSpan.Zero);

    private static void AssertRange(JsonElement range, int? followers, int? reach, int? views, int? interactions, int published, int failed)
    {
        Assert.Equal((followers, reach, views, interactions), (Number("followers"), Number("reach"), Number("views"), Number("interactions")));
        Assert.Equal((published, failed), (Number("postsPublished"), Number("postsFailed")));

        int? Number(string name) => range.GetProperty(name).ValueKind == JsonValueKind.Null ? null : range.GetProperty(name).GetInt32();
    }
}
