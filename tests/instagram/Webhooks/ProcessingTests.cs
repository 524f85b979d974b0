using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Tests.Support;

namespace SocialSelling.Instagram.Tests.Webhooks;

public sealed class ProcessingTests(InstagramFactory factory)
{
    [Fact]
    public async Task Customer_Writes_IsPublishedOnce()
    {
        var account = await factory.ConnectAccountAsync();

        var (mid, igsid) = await account.CustomerWritesAsync("ana", "Ещё есть? \u00e9 😀");

        var received = await factory.ReceivedAsync(mid);
        Assert.Equal(account.WorkspaceId, received.WorkspaceId);
        Assert.Equal(account.AccountId, received.AccountId);
        Assert.Equal(igsid, received.ContactPlatformId);
        Assert.Equal("Ещё есть? \u00e9 😀", received.Text);
        Assert.Equal("instagram", received.Channel);
    }

    [Fact]
    public async Task Post_SameWebhookThreeTimes_PublishesOnce()
    {
        var account = await factory.ConnectAccountAsync();
        var (mid, last) = (Webhook.NewMid(), Webhook.NewMid());
        var body = Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(mid, "once"), Webhook.Message(mid, "once")));

        await factory.PostAsync(body);
        await factory.PostAsync(body);
        await factory.PostAsync(Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(last, "last"))));

        await factory.ReceivedAsync(last);
        Assert.Single(factory.Received(), m => m.PlatformMessageId == mid);
    }

    [Fact]
    public async Task Post_BatchWithMalformedItems_PublishesEveryGoodOne()
    {
        var account = await factory.ConnectAccountAsync();
        string[] mids = [Webhook.NewMid(), Webhook.NewMid(), Webhook.NewMid(), Webhook.NewMid(), Webhook.NewMid()];
        var id = account.UserId;
        var body = Webhook.Body(
            Webhook.Entry(id, Webhook.Message(mids[0], "one"), """{"message":{"text":"no mid"}}""", "7", """{"read":{"mid":"x"}}"""),
            "null",
            "\"text\"",
            """{"id":{"not":"an id"},"messaging":[]}""",
            Webhook.Entry(id, """{"sender":{"id":"5"},"message":{"mid":"\ud800","text":"broken"}}""", Webhook.Message(mids[1], "two\\u0000!")),
            $$$"""{"id":{{{id}}},"time":1795000100,"changes":[{"field":"messages","value":{{{Webhook.Message(mids[2], "three")}}} },{"field":"comments","value":{}},{"field":"news"}]}""",
            $$"""{"id":"{{id}}","time":1795000100,"field":"messages","value":{{Webhook.Message(mids[3], "four")}}}""",
            $$"""{"id":"{{id}}","standby":[{{Webhook.Message(mids[4], "five")}}]}""");

        await factory.PostAsync(body);

        foreach (var mid in mids)
        {
            await factory.ReceivedAsync(mid);
        }

        var delivery = await factory.InStateAsync(mids[0], DeliveryState.Processed);
        Assert.Equal(5, delivery.Events);
        Assert.Equal(9, delivery.Ignored);
        Assert.Contains("malformed_entry ×3", delivery.Reason, StringComparison.Ordinal);
        Assert.Contains("unknown_field", delivery.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UnknownAccount_WaitsUntilItIsConnected()
    {
        var account = await factory.CreateAccountAsync();
        var mid = Webhook.NewMid();

        await factory.PostAsync(Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(mid, "early"))));
        var waiting = await factory.InStateAsync(mid, DeliveryState.Waiting);
        Assert.Equal("unknown_account", waiting.Reason);
        await factory.Bus.PublishAsync(account.Connected());

        var received = await factory.ReceivedAsync(mid);
        Assert.Equal(account.AccountId, received.AccountId);
        await factory.InStateAsync(mid, DeliveryState.Processed);
    }

    [Fact]
    public async Task Post_AccountKnownToAccountsServiceOnly_IsPublished()
    {
        var account = await factory.CreateAccountAsync();
        var mid = Webhook.NewMid();
        factory.Accounts.Announce(account.UserId, account.AccountId, account.WorkspaceId);

        await factory.PostAsync(Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(mid, "early"))));

        var received = await factory.ReceivedAsync(mid);
        Assert.Equal(account.WorkspaceId, received.WorkspaceId);
    }

    [Fact]
    public async Task Owner_TypesOnThePhone_IsPublishedAsEcho()
    {
        var account = await factory.ConnectAccountAsync();
        var (_, igsid) = await account.CustomerWritesAsync("ana", "hello");

        var mid = await account.OwnerTypesAsync("ana", "from the phone");

        var echo = await factory.Bus.ReceivedAsync<MessageEchoReceived>(m => m.PlatformMessageId == mid);
        Assert.Equal(igsid, echo.ContactPlatformId);
        Assert.Equal("from the phone", echo.Text);
    }
}
