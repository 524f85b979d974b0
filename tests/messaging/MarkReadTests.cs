using System.Net;
using System.Net.Http.Json;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class MarkReadTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Read_All_ClearsTheCountAndTells()
    {
        var shop = new Shop(messaging);
        var id = await StartWithThreeAsync(shop);
        using var client = shop.Client();

        using var response = await client.PostAsync($"/api/v1/conversations/{id}/read", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, (await client.JsonAsync($"/api/v1/conversations/{id}")).GetProperty("unreadCount").GetInt32());
        await Eventually.That(() => Task.FromResult(shop.Updates().Any(update => update is { UnreadCount: 0, Messages.Count: 0 })));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Read_UpToAMessage_LeavesTheNewerUnread()
    {
        var shop = new Shop(messaging);
        var id = await StartWithThreeAsync(shop);
        using var client = shop.Client();
        var second = (await client.JsonAsync($"/api/v1/conversations/{id}/messages")).Data()[1].Id();

        using var response = await client.PostJsonAsync($"/api/v1/conversations/{id}/read", new { upToMessageId = second });
        var messages = (await client.JsonAsync($"/api/v1/conversations/{id}/messages")).Data();

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([false, true, true], messages.Select(message => message.GetProperty("isRead").GetBoolean()));
        Assert.Equal(1, (await client.JsonAsync($"/api/v1/conversations/{id}")).GetProperty("unreadCount").GetInt32());
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Read_Twice_ChangesNothingTheSecondTime()
    {
        var shop = new Shop(messaging);
        var id = await StartWithThreeAsync(shop);
        using var client = shop.Client();

        for (var i = 0; i < 2; i++)
        {
            using var response = await client.PostJsonAsync($"/api/v1/conversations/{id}/read", new { });
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }

        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Read_WhileMessagesArrive_KeepsTheCountsRight()
    {
        var shop = new Shop(messaging);
        var id = await StartWithThreeAsync(shop);
        using var client = shop.Client();

        var arriving = shop.ReceiveAsync([.. Enumerable.Range(0, 80).Select(n => shop.Message("5501", $"{n}", shop.Now.AddMilliseconds(n)))]);
        while (!arriving.IsCompleted)
        {
            using var response = await client.PostJsonAsync($"/api/v1/conversations/{id}/read", new { });
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }

        await arriving;
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Read_UnknownConversationOrMessage_IsNotFound()
    {
        var shop = new Shop(messaging);
        var id = await StartWithThreeAsync(shop);
        using var client = shop.Client();
        using var stranger = new Shop(messaging).Client();

        await stranger.PostJsonAsync($"/api/v1/conversations/{id}/read", new { }).RefusedAsync(HttpStatusCode.NotFound, "CONV_001");
        await client.PostJsonAsync($"/api/v1/conversations/{id}/read", new { upToMessageId = Guid.CreateVersion7() }).RefusedAsync(HttpStatusCode.NotFound, "MSG_001");
        await client.PostJsonAsync($"/api/v1/conversations/{id}/read", new { upToMessageId = "x" }).RefusedAsync(HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    private static async Task<Guid> StartWithThreeAsync(Shop shop)
    {
        await shop.ReceiveAsync([.. Enumerable.Range(0, 3).Select(n => shop.Message("5501", $"{n}", shop.Now.AddSeconds(-n)))]);
        return await shop.ConversationIdAsync("5501");
    }
}
