using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Tests.Support;
using SocialSelling.Testing;

namespace SocialSelling.Instagram.Tests;

public sealed class PrivacyTests(InstagramFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erase_Workspace_CutsItsEntriesOutOfTheLedgerAndLeavesTheOthers()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (account, other) = (await factory.ConnectAccountAsync(), await factory.ConnectAccountAsync());
        var (mine, shared, theirs) = (Webhook.NewMid(), Webhook.NewMid(), Webhook.NewMid());
        await factory.PostAsync(Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(mine, "mine alone"))));
        await factory.PostAsync(Webhook.Body(
            Webhook.Entry(account.UserId, Webhook.Message(shared, "mine among others")), Webhook.Entry(other.UserId, Webhook.Message(theirs, "theirs"))));
        await factory.InStateAsync(mine, DeliveryState.Processed);
        await factory.InStateAsync(theirs, DeliveryState.Processed);
        var traces = await factory.Database.FindAsync(other.WorkspaceId);

        var erased = await privacy.EraseWorkspaceAsync(account.WorkspaceId);

        Assert.Equal((2, 2, 1), (erased["webhooks"], erased["received_messages"], erased["accounts"]));
        Assert.Empty(await factory.Database.FindAsync(account.WorkspaceId));
        Assert.Empty(await factory.Database.FindAsync(account.AccountId));
        Assert.Empty(await factory.FindAsync(account.UserId));
        Assert.Empty(await factory.FindAsync(shared));
        var rest = Assert.Single(await factory.FindAsync(theirs));
        Assert.Equal((DeliveryState.Processed, rest.Body.Length), (rest.State, rest.Size));
        Assert.Equal(traces, await factory.Database.FindAsync(other.WorkspaceId));
    }

    [Fact]
    public async Task Erase_AccountThatMovedAway_LeavesWhatCameAfterwards()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var before = await factory.ConnectAccountAsync();
        var (old, news) = (Webhook.NewMid(), Webhook.NewMid());
        await factory.PostAsync(Webhook.Body(Webhook.Entry(before.UserId, Webhook.Message(old, "before the move"))));
        await factory.InStateAsync(old, DeliveryState.Processed);
        var after = before with { AccountId = Guid.CreateVersion7(), WorkspaceId = Guid.CreateVersion7() };
        await factory.Bus.PublishAsync(after.Connected());
        await Eventually.That(() => QueryAsync(db => db.Accounts.AnyAsync(row => row.AccountId == after.AccountId, Ct)));
        await factory.PostAsync(Webhook.Body(Webhook.Entry(before.UserId, Webhook.Message(news, "after the move"))));
        await factory.InStateAsync(news, DeliveryState.Processed);

        await privacy.EraseWorkspaceAsync(before.WorkspaceId);

        Assert.Empty(await factory.FindAsync(old));
        Assert.Single(await factory.FindAsync(news));
        Assert.Empty(await factory.Database.FindAsync(before.AccountId));
        Assert.NotEmpty(await factory.Database.FindAsync(after.AccountId));
    }

    [Fact]
    public async Task Erased_WhatComesLater_IsDropped()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var account = await factory.ConnectAccountAsync();
        await privacy.EraseWorkspaceAsync(account.WorkspaceId);

        var (mid, other) = (Webhook.NewMid(), await factory.ConnectAccountAsync());
        await factory.Bus.PublishAsync(account.Connected());
        await factory.Bus.PublishAsync(account.Send("880011", "late"));
        await factory.Bus.PublishAsync(account.Publish(new Uri("https://suite.test/x.jpg"), "late"));
        var sent = other.Send("880011", "fine");
        await factory.Bus.PublishAsync(sent);
        await factory.Bus.PublishAsync(other.Connected());
        await Eventually.That(() => QueryAsync(db => db.OutboundMessages.AnyAsync(row => row.MessageId == sent.MessageId, Ct)));
        await factory.PostAsync(Webhook.Body(Webhook.Entry(account.UserId, Webhook.Message(mid, "late"))));
        await factory.InStateAsync(mid, DeliveryState.Waiting);

        Assert.Empty(await factory.Database.FindAsync(account.WorkspaceId));
        Assert.DoesNotContain(factory.Received(), message => message.PlatformMessageId == mid);
    }

    [Fact]
    public async Task Export_Workspace_HoldsWhatWasSentAndPublished()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var account = await factory.ConnectAccountAsync();
        var (_, igsid) = await account.CustomerWritesAsync("ana", "hello");
        var sent = account.Send(igsid, "Ещё есть? 😀");
        await factory.Bus.PublishAsync(sent);
        await Eventually.That(() => QueryAsync(db => db.OutboundMessages.AnyAsync(row => row.MessageId == sent.MessageId, Ct)));

        var parts = await privacy.ExportWorkspaceAsync(account.WorkspaceId);

        Assert.Equal("Ещё есть? 😀", Assert.Single(PrivacyProbe.Rows(parts, "outbound-messages.json")).GetProperty("text").GetString());
        Assert.Equal(account.UserId, Assert.Single(PrivacyProbe.Rows(parts, "accounts.json")).GetProperty("platformAccountId").GetString());
    }

    private Task<T> QueryAsync<T>(Func<InstagramDbContext, Task<T>> query) =>
        factory.InScopeAsync(services => query(services.GetRequiredService<InstagramDbContext>()));
}
