using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Messaging.Data.Inbox;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class ContactTests(MessagingFixture messaging)
{
    [Theory]
    [InlineData("-createdAt")]
    [InlineData("createdAt")]
    public async Task List_ByPages_IsComplete(string sort)
    {
        var shop = await SeedAsync(25);
        using var client = shop.Client();

        var (items, requests) = await client.FollowAsync($"/api/v1/contacts?perPage=10&sort={sort}");

        Assert.Equal((3, 25), (requests, items.Select(HttpJson.Id).Distinct().Count()));
    }

    [Fact]
    public async Task List_SearchAndFilter_NarrowTheTotals()
    {
        var shop = await SeedAsync(12);
        using var client = shop.Client();

        var found = await client.JsonAsync("/api/v1/contacts?search=person-7");
        var none = await client.JsonAsync($"/api/v1/contacts?filter[accountId]={Guid.CreateVersion7()}");

        Assert.Equal("person-7", Assert.Single(found.Data()).Text("platformId"));
        Assert.Equal((1, 0), (found.GetProperty("meta").GetProperty("total").GetInt32(), none.GetProperty("meta").GetProperty("total").GetInt32()));
        await client.FetchAsync("/api/v1/contacts?filter[accountId]=x").RefusedAsync(HttpStatusCode.BadRequest, "VALIDATION_001");
        await client.FetchAsync("/api/v1/contacts?sort=x").RefusedAsync(HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Get_OwnAndForeign_FoundAndNotFound()
    {
        var shop = new Shop(messaging);
        var conversation = await shop.StartAsync();
        using var client = shop.Client();
        using var stranger = new Shop(messaging).Client();
        var listed = Assert.Single((await client.JsonAsync("/api/v1/contacts")).Data());

        var contact = await client.JsonAsync($"/api/v1/contacts/{listed.Id()}");

        Assert.Equal((listed.ToString(), conversation), (contact.ToString(), contact.GetProperty("conversationId").GetGuid()));
        await stranger.FetchAsync($"/api/v1/contacts/{listed.Id()}").RefusedAsync(HttpStatusCode.NotFound, "CONTACT_001");
        Assert.Empty((await stranger.JsonAsync("/api/v1/contacts")).Data());
    }

    private async Task<Shop> SeedAsync(int people)
    {
        var shop = new Shop(messaging);
        var messages = Enumerable.Range(0, people).Select(n => IncomingMessage.From(shop.Message($"person-{n}", "hello")));
        await messaging.Services.GetRequiredService<InboxWriter>().WriteAsync(IncomingKind.FromCustomer, messages, TestContext.Current.CancellationToken);
        return shop;
    }
}
