using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialSelling.Contracts.Access;
using SocialSelling.Messaging.Features.Realtime;
using SocialSelling.Messaging.Workers;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class AccessTests(MessagingFixture messaging)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confined_Agent_SeesTheConversationsOfTheirAccountsOnly()
    {
        var shop = new Shop(messaging);
        var other = Guid.CreateVersion7();
        await shop.ReceiveAsync(shop.Message("7701", "mine"), shop.Message("7702", "theirs", accountId: other));
        var (mine, theirs) = (await shop.ConversationIdAsync("7701"), await shop.ConversationIdAsync("7702"));
        using var agent = messaging.CreateConfinedClient(Guid.CreateVersion7(), shop.WorkspaceId, [shop.AccountId], [.. Permissions.All]);
        using var owner = shop.Client();

        foreach (var path in new[] { "conversations", "conversations?cursor=", "conversations?search=770", "contacts", "contacts?search=770" })
        {
            var list = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/{path}", Ct);
            Assert.Single(list.GetProperty("data").EnumerateArray());
            if (list.TryGetProperty("meta", out var meta)) Assert.Equal(1, meta.GetProperty("total").GetInt32());
        }

        var messages = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{theirs}/messages", Ct);
        var contact = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/contacts?search=7702", Ct)).GetProperty("data")[0];
        var hidden = new[]
        {
            $"conversations/{theirs}", $"conversations/{theirs}/messages", $"messages/{messages.GetProperty("data")[0].Id()}", $"contacts/{contact.Id()}",
        };
        foreach (var path in hidden)
        {
            using var answer = await agent.GetAsync($"/api/v1/{path}", Ct);
            using var owners = await owner.GetAsync($"/api/v1/{path}", Ct);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (answer.StatusCode, owners.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"/api/v1/conversations/{mine}/messages", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostJsonAsync($"/api/v1/conversations/{theirs}/messages", new { text = "hi" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostJsonAsync($"/api/v1/conversations/{theirs}/read", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await agent.PostJsonAsync($"/api/v1/conversations/{mine}/messages", new { text = "hi" })).StatusCode);
    }

    [Fact]
    public async Task Push_ToAConfinedAgent_IsOfTheirAccountsOnly()
    {
        var shop = new Shop(messaging);
        var other = Guid.CreateVersion7();
        using var agent = await HubClient.ConnectAsync(messaging, TestTokens.Create(
            Guid.CreateVersion7(), shop.WorkspaceId, "FREE", [shop.AccountId], Permissions.ConversationsRead));
        using var owner = await HubClient.ConnectAsync(messaging, shop.WorkspaceId, Permissions.ConversationsRead);

        await shop.ReceiveAsync(shop.Message("7801", "theirs", accountId: other));
        var first = await owner.PushAsync();
        await shop.ReceiveAsync(shop.Message("7802", "mine"));
        var second = await owner.PushAsync();

        Assert.Equal((other, shop.AccountId), (Account(first), Account(second)));
        // The other account's message came before: had it been pushed to the agent, it would come first here.
        Assert.Equal(shop.AccountId, Account(await agent.PushAsync()));
    }

    [Fact]
    public async Task Watch_SessionEnded_ClosesItsConnectionOnly()
    {
        var redis = messaging.Services.GetRequiredService<RedisStore>();
        var (ended, lives) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await redis.SetAsync(SessionKeys.Of(lives), "1", TimeSpan.FromMinutes(5), Ct);
        var shop = new Shop(messaging);
        using var first = await HubClient.ConnectAsync(messaging, Token(shop, ended));
        using var second = await HubClient.ConnectAsync(messaging, Token(shop, lives));
        var audience = new InboxAudience();
        foreach (var listener in messaging.Services.GetRequiredService<InboxAudience>().Listeners
            .Where(listener => CurrentWorkspace.From(listener.User).Id == shop.WorkspaceId))
        {
            audience.Add(listener);
        }

        await ActivatorUtilities.CreateInstance<ListenerWatch>(messaging.Services, audience).CheckAsync(Ct);

        await Assert.ThrowsAnyAsync<Exception>(first.PushAsync);
        await shop.StartAsync("7901");
        await second.PushAsync();
        Assert.Contains(messaging.Services.GetServices<IHostedService>(), service => service is ListenerWatch);
    }

    private static string Token(Shop shop, Guid session) =>
        TestTokens.Create(Guid.CreateVersion7(), shop.WorkspaceId, session, TimeSpan.FromHours(1), Permissions.ConversationsRead);

    private static Guid Account(JsonElement push) => push.GetProperty("accountId").GetGuid();
}
