using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class AccessTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confined_Member_SeesAndPlansPostsOfTheirAccountsOnly()
    {
        var shop = await Shop.OpenAsync(factory);
        var other = ClientAccount.Create(Guid.CreateVersion7(), shop.WorkspaceId, "instagram", "17000");
        other.Connect(shop.WorkspaceId, other.PlatformAccountId, "other", DateTimeOffset.UtcNow.AddDays(-1));
        var mine = shop.NewPost(TimeSpan.FromDays(1));
        await factory.SaveAsync(other, mine);
        using var member = factory.CreateConfinedClient(Guid.CreateVersion7(), shop.WorkspaceId, [other.Id], [.. Permissions.All]);

        var list = await member.GetFromJsonAsync<JsonElement>("/api/v1/posts", Ct);
        using var read = await member.GetAsync($"/api/v1/posts/{mine.Id}", Ct);
        using var cancelled = await member.PostAsync($"/api/v1/posts/{mine.Id}/cancel", null, Ct);
        using var refused = await member.PostAsJsonAsync("/api/v1/posts", Body(shop.AccountId, shop), Ct);
        using var planned = await member.PostAsJsonAsync("/api/v1/posts", Body(other.Id, shop), Ct);

        Assert.Empty(list.GetProperty("data").EnumerateArray());
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Created],
            new[] { read.StatusCode, cancelled.StatusCode, refused.StatusCode, planned.StatusCode });
        Assert.Equal("scheduled", await shop.StatusOfAsync(mine.Id));
    }

    [Fact]
    public async Task Plan_Full_RefusesExactlyTheOnesBeyondIt()
    {
        var shop = await Shop.OpenAsync(factory);
        var posts = Enumerable.Range(0, 98).Select(_ => (object)shop.NewPost(TimeSpan.FromDays(1))).ToArray();
        await factory.SaveAsync(posts);
        using var member = factory.CreateClientOnPlan("FREE", shop.UserId, shop.WorkspaceId, [.. Permissions.All]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => member.PostAsJsonAsync("/api/v1/posts", Body(shop.AccountId, shop), Ct)));
        var problem = await answers.First(answer => answer.StatusCode == HttpStatusCode.Forbidden).Content.ReadFromJsonAsync<JsonElement>(Ct);
        var usage = await member.GetFromJsonAsync<JsonElement>("/api/v1/posts/usage", Ct);

        Assert.Equal((2, 3), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden)));
        Assert.Equal(("PLAN_POSTS", 100), (problem.GetProperty("code").GetString(), problem.GetProperty("limit").GetInt32()));
        Assert.Equal((100, 100), (usage.GetProperty("used").GetInt32(), usage.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task Plan_CancelledPost_GivesItsPlaceBack()
    {
        var shop = await Shop.OpenAsync(factory);
        var posts = Enumerable.Range(0, 100).Select(_ => shop.NewPost(TimeSpan.FromDays(1))).ToArray();
        await factory.SaveAsync([.. posts.Cast<object>()]);
        using var member = factory.CreateClientOnPlan("FREE", shop.UserId, shop.WorkspaceId, [.. Permissions.All]);

        using var full = await member.PostAsJsonAsync("/api/v1/posts", Body(shop.AccountId, shop), Ct);
        using var cancelled = await member.PostAsync($"/api/v1/posts/{posts[0].Id}/cancel", null, Ct);
        using var planned = await member.PostAsJsonAsync("/api/v1/posts", Body(shop.AccountId, shop), Ct);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Created), (full.StatusCode, cancelled.StatusCode, planned.StatusCode));
    }

    private static object Body(Guid account, Shop shop) =>
        new { accountId = account, mediaId = shop.Media.Id, caption = "x", scheduledTime = DateTimeOffset.UtcNow.AddDays(2) };
}
