using System.Net;
using System.Net.Http.Json;
using SocialSelling.Contracts.Access;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class HubTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Push_MessageArrives_ReachesTheWorkspaceOnly()
    {
        var shop = new Shop(messaging);
        var neighbour = new Shop(messaging);
        using var client = await HubClient.ConnectAsync(messaging, shop.WorkspaceId, Permissions.ConversationsRead);
        using var other = await HubClient.ConnectAsync(messaging, neighbour.WorkspaceId, Permissions.ConversationsRead);

        var id = await shop.StartAsync(text: "for the shop");
        var push = await client.PushAsync();
        var neighbours = await neighbour.StartAsync(text: "for the neighbour");

        Assert.Equal((id, 1), (push.GetProperty("conversationId").GetGuid(), push.GetProperty("unreadCount").GetInt32()));
        Assert.Equal("for the shop", push.GetProperty("messages")[0].Text("text"));
        // The shop's message came before: had it been pushed to the neighbour, it would come first here.
        Assert.Equal(neighbours, (await other.PushAsync()).GetProperty("conversationId").GetGuid());
    }

    [Fact]
    public async Task Push_Reply_ShowsItsStates()
    {
        var shop = await new Shop(messaging).ConnectAsync();
        var id = await shop.StartAsync();
        using var client = shop.Client();
        using var hub = await HubClient.ConnectAsync(messaging, shop.WorkspaceId, Permissions.ConversationsRead);

        using var response = await client.PostJsonAsync($"/api/v1/conversations/{id}/messages", new { text = "yes" });
        var message = (await response.JsonAsync()).Id();
        var queued = await hub.PushOfAsync(message);
        await messaging.Bus.PublishAsync(new Contracts.Instagram.MessageSent
        {
            WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, MessageId = message, PlatformMessageId = $"mid-{message}", OccurredAt = shop.Now,
        });
        var sent = await hub.PushOfAsync(message);

        Assert.Equal(["queued", "sent"], new[] { queued, sent }.Select(push => push.GetProperty("messages")[0].Text("state")));
        Assert.All(new[] { queued, sent }, push => Assert.Equal(message, push.GetProperty("messages")[0].Id()));
    }

    [Fact]
    public async Task Connect_WithoutTokenOrPermission_IsRefused()
    {
        using var anonymous = messaging.CreateClient();
        using var powerless = messaging.CreateClient(Guid.CreateVersion7(), Guid.CreateVersion7(), Permissions.MessagesSend);

        using var first = await anonymous.PostAsync("/hubs/inbox/negotiate?negotiateVersion=1", content: null, TestContext.Current.CancellationToken);
        using var second = await powerless.PostAsync("/hubs/inbox/negotiate?negotiateVersion=1", content: null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (first.StatusCode, second.StatusCode));
        await Assert.ThrowsAnyAsync<Exception>(() => HubClient.ConnectAsync(messaging, Guid.CreateVersion7(), Permissions.MessagesSend));
    }
}
