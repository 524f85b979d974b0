using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Analytics.Tests.Support;
using SocialSelling.Contracts.Access;
using Xunit;

namespace SocialSelling.Analytics.Tests.Features;

public sealed class AccessTests(AnalyticsFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confined_Member_SeesFiguresOfTheirAccountsOnly()
    {
        var shop = await Shop.OpenAsync(factory);
        var other = await shop.ConnectAsync();
        var post = shop.NewPublishedPost("m1", Shop.Noon.AddDays(-1));
        await factory.SaveAsync(
            post, shop.NewSnapshot(Shop.Today.AddDays(-1), new() { ["reach"] = 100 }), shop.NewSnapshot(Shop.Today.AddDays(-1), new() { ["reach"] = 7 }, other));
        using var member = factory.CreateConfinedClient(Guid.CreateVersion7(), shop.WorkspaceId, [other], [.. Permissions.All]);

        var all = (await shop.GetAsync("/api/v1/analytics/summary")).GetProperty("current");
        var own = (await member.GetFromJsonAsync<JsonElement>("/api/v1/analytics/summary", Ct)).GetProperty("current");
        var posts = await member.GetFromJsonAsync<JsonElement>("/api/v1/analytics/posts", Ct);

        Assert.Equal((107, 1), (all.GetProperty("reach").GetInt32(), all.GetProperty("postsPublished").GetInt32()));
        Assert.Equal((7, 0), (own.GetProperty("reach").GetInt32(), own.GetProperty("postsPublished").GetInt32()));
        Assert.Empty(posts.GetProperty("data").EnumerateArray());
        foreach (var path in new[] { $"posts/{post.Id}", $"accounts/{shop.AccountId}/snapshots", $"summary?accountId={shop.AccountId}" })
        {
            using var answer = await member.GetAsync($"/api/v1/analytics/{path}", Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var refresh = await member.PostAsJsonAsync("/api/v1/analytics/refresh", new { accountId = shop.AccountId }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, refresh.StatusCode);
    }
}
