using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Messaging.Data.Inbox;
using SocialSelling.Testing;
using Xunit;

namespace SocialSelling.Messaging.Tests;

public sealed class PrivacyTests(MessagingFixture messaging)
{
    private const int Many = 10_500;

    [Fact]
    public async Task Export_Workspace_HoldsItsRowsAndNoOthers()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);
        var (shop, other) = (await new Shop(messaging).ConnectAsync(), await new Shop(messaging).ConnectAsync());
        await shop.StartAsync("5501", "Ещё есть? \"yes\" \\ 😀");
        await other.StartAsync("5502", "not for them");

        var parts = await privacy.ExportWorkspaceAsync(shop.WorkspaceId);

        Assert.Equal(["accounts.json", "contacts.json", "conversations.json", "messages.json", ""], parts.Select(part => part.File));
        var message = Assert.Single(PrivacyProbe.Rows(parts, "messages.json"));
        Assert.Equal("Ещё есть? \"yes\" \\ 😀", message.GetProperty("text").GetString());
        Assert.Equal(shop.WorkspaceId, message.GetProperty("workspaceId").GetGuid());
        Assert.Equal("5501", Assert.Single(PrivacyProbe.Rows(parts, "contacts.json")).GetProperty("platformId").GetString());
        Assert.Single(PrivacyProbe.Rows(parts, "accounts.json"));
    }

    [Fact]
    public async Task Export_ManyMessages_ComesInBoundedPiecesEachRowOnce()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);
        var shop = new Shop(messaging);
        await FillAsync(shop, Many, conversations: 7);

        var parts = await privacy.ExportWorkspaceAsync(shop.WorkspaceId);

        var rows = PrivacyProbe.Rows(parts, "messages.json");
        Assert.Equal(Many, rows.Count);
        Assert.Equal(Many, rows.Select(row => row.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part.Content), 2, 256_000));
        Assert.InRange(parts.Count, Many / 500, int.MaxValue);
        Assert.Equal(Enumerable.Range(0, parts.Count), parts.Select(part => part.Sequence));
    }

    [Fact]
    public async Task Export_OfAUser_SaysThatThereIsNothing()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);

        var part = Assert.Single(await privacy.ExportUserAsync(Guid.CreateVersion7()));

        Assert.Equal(("", "[]", true), (part.File, part.Content, part.IsLast));
    }

    [Fact]
    public async Task Erase_ManyMessages_GoesInBoundedBatchesAndTouchesNoOtherWorkspace()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);
        var (shop, other) = (await new Shop(messaging).ConnectAsync(), await new Shop(messaging).ConnectAsync());
        await FillAsync(shop, Many, conversations: 7);
        await FillAsync(other, 50, conversations: 3);
        var kept = await messaging.Database.FindAsync(other.WorkspaceId);
        await using var batches = await DeletedBatches.WatchAsync(messaging.Database, "messages");

        var erased = await privacy.EraseWorkspaceAsync(shop.WorkspaceId);

        Assert.Equal((Many, 7, 7, 1), (erased["messages"], erased["conversations"], erased["contacts"], erased["accounts"]));
        Assert.Empty(await messaging.Database.FindAsync(shop.WorkspaceId));
        Assert.Equal(kept, await messaging.Database.FindAsync(other.WorkspaceId));
        var sizes = await batches.SizesAsync();
        Assert.Equal(Many, sizes.Sum());
        Assert.InRange(sizes.Max(), 1, 1000);
    }

    [Fact]
    public async Task Erase_FailsInTheMiddleAndIsAskedAgain_ErasesAllAndAnswersTheSameTwice()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);
        var (shop, id) = (await new Shop(messaging).ConnectAsync(), Guid.CreateVersion7());
        await FillAsync(shop, 20, conversations: 2);
        await messaging.Database.ExecuteAsync($"""
            CREATE FUNCTION messaging.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF OLD.workspace_id = '{shop.WorkspaceId}' THEN RAISE EXCEPTION 'the disk is full'; END IF; RETURN OLD; END $$;
            CREATE TRIGGER fail BEFORE DELETE ON messaging.contacts FOR EACH ROW EXECUTE FUNCTION messaging.fail();
            """);

        var answer = privacy.EraseWorkspaceAsync(shop.WorkspaceId, id);
        await Eventually.That(async () => await CountAsync(shop) == 0 && await AttemptsAsync(id) > 1);
        Assert.False(answer.IsCompleted);
        await messaging.Database.ExecuteAsync("DROP TRIGGER fail ON messaging.contacts; DROP FUNCTION messaging.fail()");

        var first = await answer;
        Assert.Equal((20, 2, 2), (first["messages"], first["conversations"], first["contacts"]));
        Assert.Empty(await messaging.Database.FindAsync(shop.WorkspaceId));
        Assert.Equal(first, await privacy.EraseWorkspaceAsync(shop.WorkspaceId, id));
    }

    [Fact]
    public async Task Erased_WhatComesLater_IsDropped()
    {
        await using var privacy = await PrivacyProbe.StartAsync(messaging);
        var (shop, other) = (await new Shop(messaging).ConnectAsync(), new Shop(messaging));
        await shop.StartAsync();
        await privacy.EraseWorkspaceAsync(shop.WorkspaceId);

        var writer = messaging.Services.GetRequiredService<InboxWriter>();
        var stored = await writer.WriteAsync(
            IncomingKind.FromCustomer, [IncomingMessage.From(shop.Message("5501", "late")), IncomingMessage.From(other.Message("5502", "fine"))],
            TestContext.Current.CancellationToken);
        var eventId = Guid.CreateVersion7();
        await messaging.Bus.PublishAsync(new AccountConnected
        {
            WorkspaceId = shop.WorkspaceId, AccountId = shop.AccountId, Channel = "instagram", PlatformAccountId = "17841", Username = "late", Scopes = [],
            OccurredAt = shop.Now.AddDays(1),
        }, eventId);
        await Eventually.That(() => messaging.QueryAsync(db => db.InboxMessages.AnyAsync(row => row.MessageId == eventId)));

        Assert.Equal(1, stored);
        Assert.Empty(await messaging.Database.FindAsync(shop.WorkspaceId));
        Assert.Equal(1, await CountAsync(other));
    }

    private Task<int> CountAsync(Shop shop) => messaging.QueryAsync(db => db.Messages.CountAsync(row => row.WorkspaceId == shop.WorkspaceId));

    private Task<int> AttemptsAsync(Guid job) =>
        messaging.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT attempts AS \"Value\" FROM privacy_jobs WHERE id = {job}").SingleOrDefaultAsync());

    private async Task FillAsync(Shop shop, int messages, int conversations)
    {
        var writer = messaging.Services.GetRequiredService<InboxWriter>();
        foreach (var batch in Enumerable.Range(0, messages).Chunk(500))
        {
            await writer.WriteAsync(
                IncomingKind.FromCustomer,
                batch.Select(n => IncomingMessage.From(shop.Message($"person-{n % conversations}", $"text {n}", shop.Now.AddMilliseconds(n / 3)))),
                TestContext.Current.CancellationToken);
        }
    }
}
