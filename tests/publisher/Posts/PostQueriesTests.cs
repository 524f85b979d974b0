using System.Net;
using System.Text.Json;
using SocialSelling.Publisher.Tests.Support;
using Xunit;

namespace SocialSelling.Publisher.Tests.Posts;

public sealed class PostQueriesTests(PublisherFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_FilteredAndSorted_AnswersThePageAskedFor()
    {
        var shop = await Shop.OpenAsync(factory);
        var posts = Enumerable.Range(1, 5).Select(day => shop.NewPost(TimeSpan.FromDays(day))).ToArray();
        posts[4].StartPublishing(DateTimeOffset.UtcNow);
        await factory.SaveAsync([.. posts]);

        var page = await shop.GetAsync($"/api/v1/posts?filter[status]=scheduled&filter[accountId]={shop.AccountId}&sort=-scheduledTime&perPage=3");

        Assert.Equal([posts[3].Id, posts[2].Id, posts[1].Id], Ids(page));
        Assert.Equal(4, page.GetProperty("meta").GetProperty("total").GetInt32());
        var rest = await shop.GetAsync(page.GetProperty("links").GetProperty("next").GetString()!);
        Assert.Equal([posts[0].Id], Ids(rest));
    }

    [Theory]
    [InlineData("filter[status]=late", "filter[status]")]
    [InlineData("filter[accountId]=7", "filter[accountId]")]
    [InlineData("sort=-caption", "sort")]
    [InlineData("perPage=101", "perPage")]
    public async Task List_WithABadParameter_NamesIt(string query, string field)
    {
        var shop = await Shop.OpenAsync(factory);
        await (await shop.Http.GetAsync($"/api/v1/posts?{query}", Ct)).AssertProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_001", field);
    }

    [Fact]
    public async Task Post_OfAnotherWorkspace_IsNotFoundForAnyVerb()
    {
        var (shop, other) = (await Shop.OpenAsync(factory), await Shop.OpenAsync(factory));
        var post = shop.NewPost(TimeSpan.FromDays(1));
        await factory.SaveAsync(post);

        await (await other.Http.GetAsync($"/api/v1/posts/{post.Id}", Ct)).AssertProblemAsync(HttpStatusCode.NotFound, "POST_001");
        await (await other.Http.PostAsync($"/api/v1/posts/{post.Id}/cancel", null, Ct)).AssertProblemAsync(HttpStatusCode.NotFound, "POST_001");
        Assert.Empty(Ids(await other.GetAsync("/api/v1/posts")));
        Assert.Equal("scheduled", await shop.StatusOfAsync(post.Id));
    }

    private static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("data").EnumerateArray().Select(post => post.GetProperty("id").GetGuid())];
}
