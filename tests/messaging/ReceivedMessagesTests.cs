using Microsoft.EntityFrameworkCore;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class ReceivedMessagesTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Receive_FirstMessage_MakesContactAndConversation()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        using var client = shop.Client();

        await shop.ReceiveAsync(shop.Message("5501", "Сәлем! Көйлек бар ма? 👗"));

        var conversation = Assert.Single((await client.JsonAsync("/api/v1/conversations")).Data());
        Assert.Equal(1, conversation.GetProperty("unreadCount").GetInt32());
        Assert.Equal("shop.almaty", conversation.Text("accountUsername"));
        Assert.Equal("5501", conversation.GetProperty("contact").Text("platformId"));
        Assert.Equal("Сәлем! Көйлек бар ма? 👗", conversation.GetProperty("lastMessage").Text("preview"));
        Assert.Equal(shop.Now.AddHours(24), conversation.GetProperty("windowExpiresAt").GetDateTimeOffset());
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Receive_NewMessage_TellsOfTheConversation()
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync(text: "hello");

        await Eventually.That(() => Task.FromResult(shop.Updates().Any()));

        var update = Assert.Single(shop.Updates());
        Assert.Equal((id, 1, shop.Now), (update.ConversationId, update.UnreadCount, update.LastMessageAt));
        var message = Assert.Single(update.Messages);
        Assert.Equal(("inbound", "hello", "received"), (message.Direction, message.Text, message.State));
    }

    [Fact]
    public async Task Receive_SameMessageAgain_ChangesAndTellsNothing()
    {
        var shop = new Shop(messaging);
        var message = shop.Message("5501", "once");
        var messageId = Guid.CreateVersion7();
        await shop.PublishAsync(message, messageId);
        await shop.StoredAsync(message.PlatformMessageId);

        await shop.PublishAsync(message, messageId);
        await shop.PublishAsync(message);
        await shop.ReceiveAsync(shop.Message("5501", "after", shop.Now.AddSeconds(1)));
        await Eventually.That(() => Task.FromResult(shop.Updates().Any(update => update.UnreadCount == 2)));

        Assert.Equal(2, await messaging.QueryAsync(db => db.Messages.CountAsync(row => row.WorkspaceId == shop.WorkspaceId)));
        Assert.Equal(2, shop.Updates().Sum(update => update.Messages.Count));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Receive_OlderMessageLater_KeepsTheNewestInFront()
    {
        var shop = new Shop(messaging);
        await shop.ReceiveAsync(shop.Message("5501", "second", shop.Now));
        await shop.ReceiveAsync(shop.Message("5501", "first", shop.Now.AddMinutes(-5)));
        using var client = shop.Client();

        var conversation = Assert.Single((await client.JsonAsync("/api/v1/conversations")).Data());

        Assert.Equal("second", conversation.GetProperty("lastMessage").Text("preview"));
        Assert.Equal(2, conversation.GetProperty("unreadCount").GetInt32());
        var messages = (await client.JsonAsync($"/api/v1/conversations/{conversation.Id()}/messages")).Data();
        Assert.Equal(["second", "first"], messages.Select(message => message.Text("text")));
        await Invariants.HoldAsync(shop);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("a\0b", "ab")]
    [InlineData("", "")]
    public async Task Receive_UnusualText_IsStored(string? text, string? stored)
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync(text: text!);
        using var client = shop.Client();

        var message = Assert.Single((await client.JsonAsync($"/api/v1/conversations/{id}/messages")).Data());

        Assert.Equal(stored, message.Text("text"));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Receive_SamePersonIdOnTwoAccounts_KeepsThemApart()
    {
        var shop = new Shop(messaging);
        await shop.ReceiveAsync(shop.Message("5501", "one"), shop.Message("5501", "two", accountId: Guid.CreateVersion7()));
        using var client = shop.Client();

        Assert.Equal(2, (await client.JsonAsync("/api/v1/conversations")).Data().Length);
        await Invariants.HoldAsync(shop);
    }
}
