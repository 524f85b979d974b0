using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Messaging.Data.Inbox;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class ConversationListTests(MessagingFixture messaging)
{
    private const string Path = "/api/v1/conversations";

    [Fact]
    public async Task List_ByPages_IsCompleteInOrderWithTotals()
    {
        var shop = await SeedAsync(45);
        using var client = shop.Client();

        var first = await client.JsonAsync($"{Path}?perPage=20");
        var (items, requests) = await client.FollowAsync($"{Path}?perPage=20");

        Assert.Equal((1, 20, 45, 3), (Meta(first, "page"), Meta(first, "perPage"), Meta(first, "total"), Meta(first, "totalPages")));
        Assert.Equal(3, requests);
        Assert.Equal(45, items.Select(HttpJson.Id).Distinct().Count());
        Assert.Equal(items.OrderByDescending(item => item.GetProperty("lastMessageAt").GetDateTimeOffset()).ThenByDescending(HttpJson.Id).Select(HttpJson.Id), items.Select(HttpJson.Id));
        Assert.Empty((await client.JsonAsync($"{Path}?page=9&perPage=20")).Data());
    }

    [Theory]
    [InlineData("-lastMessageAt")]
    [InlineData("lastMessageAt")]
    public async Task List_ByCursor_HasNeitherGapsNorRepeats(string sort)
    {
        var shop = await SeedAsync(45);
        using var client = shop.Client();

        var (items, requests) = await client.FollowAsync($"{Path}?cursor=&perPage=10&sort={sort}");
        var paged = (await client.JsonAsync($"{Path}?perPage=100&sort={sort}")).Data();

        Assert.Equal(5, requests);
        Assert.Equal(paged.Select(HttpJson.Id), items.Select(HttpJson.Id));
    }

    [Fact]
    public async Task List_ByCursorWhileMessagesArrive_RepeatsNothing()
    {
        var shop = await SeedAsync(30);
        using var client = shop.Client();
        var page = await client.JsonAsync($"{Path}?cursor=&perPage=10");
        await shop.ReceiveAsync(shop.Message("person-0", "up again", shop.Now.AddHours(1)));

        var (rest, _) = await client.FollowAsync(page.GetProperty("links").Text("next"));

        Assert.Empty(rest.Select(HttpJson.Id).Intersect(page.Data().Select(HttpJson.Id)));
    }

    [Fact]
    public async Task List_Filtered_CountsAndShowsTheSame()
    {
        var shop = await SeedAsync(12);
        var other = Guid.CreateVersion7();
        await shop.ReceiveAsync(shop.Message("person-x", "other account", accountId: other));
        await shop.ReceiveAsync(shop.Echo("person-y", "read from the start"));
        using var client = shop.Client();

        foreach (var (filter, expected) in new[] { ("", 14), ($"filter[accountId]={other}", 1), ("filter[unread]=true", 13), ("filter[unread]=false", 1), ("filter[status]=open", 14), ($"filter[unread]=true&filter[accountId]={shop.AccountId}&filter[status]=open", 12) })
        {
            var list = await client.JsonAsync($"{Path}?perPage=100&{filter}");
            Assert.Equal((filter, expected, expected), (filter, Meta(list, "total"), list.Data().Length));
        }
    }

    [Theory]
    [InlineData("person-7", 1)]
    [InlineData("@person-1", 3)]
    [InlineData("erson", 12)]
    [InlineData("per%son", 0)]
    [InlineData("person_1", 0)]
    public async Task List_Search_FindsPartsLiterally(string search, int expected)
    {
        var shop = await SeedAsync(12);
        using var client = shop.Client();

        var list = await client.JsonAsync($"{Path}?search={Uri.EscapeDataString(search)}");

        Assert.Equal((expected, expected), (Meta(list, "total"), list.Data().Length));
    }

    [Theory]
    [InlineData("filter[accountId]=x", "filter[accountId]")]
    [InlineData("filter[status]=closed", "filter[status]")]
    [InlineData("filter[unread]=maybe", "filter[unread]")]
    [InlineData("sort=name", "sort")]
    [InlineData("cursor=rubbish", "cursor")]
    [InlineData("perPage=101", "perPage")]
    [InlineData("page=0", "page")]
    public async Task List_BadParameter_IsNamed(string query, string field)
    {
        using var client = new Shop(messaging).Client();

        using var response = await client.GetAsync($"{Path}?{query}", TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_001"), (response.StatusCode, problem.Text("code")));
        Assert.Equal(field, problem.GetProperty("errors")[0].Text("field"));
    }

    [Fact]
    public async Task List_OtherWorkspace_SeesNothing()
    {
        await SeedAsync(3);
        using var stranger = new Shop(messaging).Client();

        var list = await stranger.JsonAsync(Path);

        Assert.Equal((0, 0), (Meta(list, "total"), list.Data().Length));
    }

    [Fact]
    public async Task Get_OwnAndForeign_FoundAndNotFound()
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync();
        using var client = shop.Client();
        using var stranger = new Shop(messaging).Client();

        Assert.Equal((await client.JsonAsync(Path)).Data()[0].ToString(), (await client.JsonAsync($"{Path}/{id}")).ToString());
        await stranger.FetchAsync($"{Path}/{id}").RefusedAsync(HttpStatusCode.NotFound, "CONV_001");
        await stranger.FetchAsync($"{Path}/{id}/messages").RefusedAsync(HttpStatusCode.NotFound, "CONV_001");
        await client.FetchAsync($"{Path}/{Guid.CreateVersion7()}").RefusedAsync(HttpStatusCode.NotFound, "CONV_001");
    }

    [Fact]
    public async Task Any_WithoutTokenOrPermission_IsRefused()
    {
        using var anonymous = messaging.CreateClient();
        using var powerless = messaging.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7());

        foreach (var path in new[] { Path, $"{Path}/{Guid.Empty}", $"{Path}/{Guid.Empty}/messages", $"/api/v1/messages/{Guid.Empty}", "/api/v1/contacts", $"/api/v1/contacts/{Guid.Empty}" })
        {
            await anonymous.FetchAsync(path).RefusedAsync(HttpStatusCode.Unauthorized, "AUTH_005");
            await powerless.FetchAsync(path).RefusedAsync(HttpStatusCode.Forbidden, "USER_002");
        }
    }

    private static int Meta(System.Text.Json.JsonElement list, string name) => list.GetProperty("meta").GetProperty(name).GetInt32();

    // Three conversations share each timestamp, so that the order needs its second key.
    private async Task<Shop> SeedAsync(int conversations)
    {
        var shop = new Shop(messaging);
        var messages = Enumerable.Range(0, conversations).Select(n => IncomingMessage.From(shop.Message($"person-{n}", $"hello {n}", shop.Now.AddSeconds(-(n / 3)))));
        await messaging.Services.GetRequiredService<InboxWriter>().WriteAsync(IncomingKind.FromCustomer, messages, TestContext.Current.CancellationToken);
        return shop;
    }
}
