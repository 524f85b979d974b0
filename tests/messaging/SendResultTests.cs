using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class SendResultTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Sent_QueuedMessage_BecomesSent()
    {
        var (shop, id, message) = await QueueAsync();

        await messaging.Bus.PublishAsync(Sent(shop, message, "mid-sent-1" + message));
        var seen = await StateAsync(shop, message, "sent");

        Assert.Equal("mid-sent-1" + message, seen.Text("platformMessageId"));
        await Eventually.That(() => Task.FromResult(shop.Updates().Any(update => update.ConversationId == id && update.Messages.Any(item => item.Id == message && item.State == "sent"))));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Failed_QueuedMessage_SaysWhy()
    {
        var (shop, _, message) = await QueueAsync();

        await messaging.Bus.PublishAsync(Failed(shop, message));
        var seen = await StateAsync(shop, message, "failed");

        Assert.Equal(("MSG_002", "Instagram refused it."), (seen.GetProperty("failure").Text("code"), seen.GetProperty("failure").Text("reason")));
        await Eventually.That(() => Task.FromResult(shop.Updates().Any(update => update.Messages.Any(item => item.Id == message && item.FailureReason == "Instagram refused it."))));
    }

    [Fact]
    public async Task Failed_AfterSent_ChangesNothing()
    {
        var (shop, _, message) = await QueueAsync();
        await messaging.Bus.PublishAsync(Sent(shop, message, "mid-" + message));
        await StateAsync(shop, message, "sent");

        var failed = Guid.CreateVersion7();
        await messaging.Bus.PublishAsync(Failed(shop, message), failed);
        await ConsumedAsync(failed);

        Assert.Equal("sent", (await StateAsync(shop, message, "sent")).Text("state"));
    }

    [Fact]
    public async Task Sent_AfterFailed_Wins()
    {
        var (shop, _, message) = await QueueAsync();
        await messaging.Bus.PublishAsync(Failed(shop, message));
        await StateAsync(shop, message, "failed");

        await messaging.Bus.PublishAsync(Sent(shop, message, "mid-" + message));

        Assert.Equal(JsonValueKind.Null, (await StateAsync(shop, message, "sent")).GetProperty("failure").ValueKind);
    }

    [Fact]
    public async Task Sent_EchoCameFirst_LeavesOneMessage()
    {
        var (shop, id, message) = await QueueAsync();
        var mid = "mid-" + message;
        await shop.ReceiveAsync(shop.Echo("5501", "our answer", DateTimeOffset.UtcNow.AddSeconds(1), mid));
        Assert.Equal(3, await CountAsync(id));

        await messaging.Bus.PublishAsync(Sent(shop, message, mid));

        Assert.Equal("api", (await StateAsync(shop, message, "sent")).Text("source"));
        Assert.Equal(2, await CountAsync(id));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Echo_OfSentMessage_IsNotStoredAgain()
    {
        var (shop, id, message) = await QueueAsync();
        var mid = "mid-" + message;
        await messaging.Bus.PublishAsync(Sent(shop, message, mid));
        await StateAsync(shop, message, "sent");

        await messaging.Bus.PublishAsync(shop.Echo("5501", "our answer", mid: mid));
        await shop.ReceiveAsync(shop.Echo("5501", "another, from the phone", shop.Now.AddMinutes(1)));

        Assert.Equal(3, await CountAsync(id));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Echo_FromThePhone_IsOutboundAndLeavesUnreadAndWindow()
    {
        var shop = new Shop(messaging);
        var id = await shop.StartAsync();
        using var client = shop.Client();
        var before = await client.JsonAsync($"/api/v1/conversations/{id}");

        await shop.ReceiveAsync(shop.Echo("5501", "typed on the phone", shop.Now.AddMinutes(1)));
        var after = await client.JsonAsync($"/api/v1/conversations/{id}");

        Assert.Equal(("outbound", "typed on the phone"), (after.GetProperty("lastMessage").Text("direction"), after.GetProperty("lastMessage").Text("preview")));
        Assert.Equal(1, after.GetProperty("unreadCount").GetInt32());
        Assert.Equal(before.Text("windowExpiresAt"), after.Text("windowExpiresAt"));
        Assert.Equal("phone", (await client.JsonAsync($"/api/v1/conversations/{id}/messages")).Data()[0].Text("source"));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Sent_MessageOfAnotherWorkspace_ChangesNothing()
    {
        var (shop, _, message) = await QueueAsync();
        var foreign = Guid.CreateVersion7();

        await messaging.Bus.PublishAsync(Sent(new Shop(messaging), message, "mid-foreign"), foreign);
        await ConsumedAsync(foreign);

        await StateAsync(shop, message, "queued");
    }

    private async Task<(Shop Shop, Guid Conversation, Guid Message)> QueueAsync()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();
        using var response = await client.PostJsonAsync($"/api/v1/conversations/{id}/messages", new { text = "our answer" });
        return (shop, id, (await response.JsonAsync()).Id());
    }

    private static async Task<JsonElement> StateAsync(Shop shop, Guid message, string state)
    {
        using var client = shop.Client();
        JsonElement seen = default;
        await Eventually.That(async () => (seen = await client.JsonAsync($"/api/v1/messages/{message}")).Text("state") == state);
        return seen;
    }

    private Task ConsumedAsync(Guid messageId) =>
        Eventually.That(() => messaging.QueryAsync(db => db.InboxMessages.AnyAsync(row => row.MessageId == messageId)));

    private Task<int> CountAsync(Guid conversation) => messaging.QueryAsync(db => db.Messages.CountAsync(row => row.ConversationId == conversation));

    private static MessageSent Sent(Shop shop, Guid message, string mid) => new()
    {
        WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, MessageId = message, PlatformMessageId = mid, OccurredAt = shop.Now,
    };

    private static MessageSendFailed Failed(Shop shop, Guid message) => new()
    {
        WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, MessageId = message, Code = "MSG_002", Reason = "Instagram refused it.", OccurredAt = shop.Now,
    };
}
