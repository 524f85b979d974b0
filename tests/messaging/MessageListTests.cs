using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Messaging.Data.Inbox;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class MessageListTests(MessagingFixture messaging)
{
    [Fact]
    public async Task List_ByCursor_IsCompleteNewestFirst()
    {
        var shop = new Shop(messaging);
        // Five messages share each timestamp.
        var messages = Enumerable.Range(0, 57).Select(n => IncomingMessage.From(shop.Message("5501", $"{n}", shop.Now.AddMilliseconds(n / 5))));
        await messaging.Services.GetRequiredService<InboxWriter>().WriteAsync(IncomingKind.FromCustomer, messages, TestContext.Current.CancellationToken);
        using var client = shop.Client();

        var (items, requests) = await client.FollowAsync($"/api/v1/conversations/{await shop.ConversationIdAsync("5501")}/messages?perPage=10");

        Assert.Equal((6, 57), (requests, items.Select(HttpJson.Id).Distinct().Count()));
        Assert.Equal(items.OrderByDescending(item => item.GetProperty("sentAt").GetDateTimeOffset()).ThenByDescending(HttpJson.Id).Select(HttpJson.Id), items.Select(HttpJson.Id));
    }

    [Fact]
    public async Task List_BadCursor_IsNamed()
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync();
        using var client = shop.Client();

        await client.FetchAsync($"/api/v1/conversations/{id}/messages?cursor=rubbish").RefusedAsync(HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Get_OwnAndForeign_FoundAndNotFound()
    {
        var shop = new Shop(messaging);
        var conversation = await shop.StartAsync(text: "hello");
        using var client = shop.Client();
        using var stranger = new Shop(messaging).Client();
        var listed = Assert.Single((await client.JsonAsync($"/api/v1/conversations/{conversation}/messages")).Data());

        var message = await client.JsonAsync($"/api/v1/messages/{listed.Id()}");

        Assert.Equal(listed.ToString(), message.ToString());
        Assert.Equal(("hello", "inbound", "customer", "received"), (message.Text("text"), message.Text("direction"), message.Text("source"), message.Text("state")));
        await stranger.FetchAsync($"/api/v1/messages/{listed.Id()}").RefusedAsync(HttpStatusCode.NotFound, "MSG_001");
        await client.FetchAsync($"/api/v1/messages/{Guid.CreateVersion7()}").RefusedAsync(HttpStatusCode.NotFound, "MSG_001");
    }
}
