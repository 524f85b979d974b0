using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Messaging.Data.Inbox;
using Xunit;

namespace SocialSelling.Messaging.Tests;

/// <summary>Batches that run into each other, as several instances make them.</summary>
public sealed class InboxWriterTests(MessagingFixture messaging)
{
    [Fact]
    public async Task Write_ConcurrentBatchesOfTheSamePeople_StoresEachMessageOnce()
    {
        var shop = new Shop(messaging);
        var messages = Enumerable.Range(0, 400)
            .Select(n => IncomingMessage.From(shop.Message($"person-{n % 12}", $"text {n}", shop.Now.AddMilliseconds(n * 7919 % 400))))
            .ToArray();

        // Each message is in four batches, in another order and among others.
        var batches = Enumerable.Range(0, 4).SelectMany(round => Shuffled(messages, round).Chunk(40)).ToList();
        var stored = await Task.WhenAll(batches.Select(batch => WriteAsync(IncomingKind.FromCustomer, batch)));

        Assert.Equal(messages.Length, stored.Sum());
        Assert.Equal(12, await messaging.QueryAsync(db => db.Conversations.CountAsync(row => row.WorkspaceId == shop.WorkspaceId)));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Write_ConcurrentBatchesInOppositeOrder_DoNotDeadlock()
    {
        var shop = new Shop(messaging);
        var accounts = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        for (var round = 0; round < 10; round++)
        {
            IncomingMessage[] Batch() => [.. accounts.SelectMany(account => new[] { "a", "b", $"new-{round}" }.Select(person => IncomingMessage.From(shop.Message(person, "x", accountId: account))))];
            await Task.WhenAll(
                WriteAsync(IncomingKind.FromCustomer, Batch()),
                WriteAsync(IncomingKind.FromCustomer, [.. Batch().Reverse()]),
                WriteAsync(IncomingKind.FromPhone, [.. Batch().Reverse()]));
        }

        Assert.Equal(10 * 3 * 24, await messaging.QueryAsync(db => db.Messages.CountAsync(row => row.WorkspaceId == shop.WorkspaceId)));
        await Invariants.HoldAsync(shop);
    }

    [Fact]
    public async Task Write_SameMessageTwiceInOneBatch_StoresItOnce()
    {
        var shop = new Shop(messaging);
        var message = IncomingMessage.From(shop.Message("5501", "x"));

        Assert.Equal(1, await WriteAsync(IncomingKind.FromCustomer, [message, message]));
        Assert.Equal(0, await WriteAsync(IncomingKind.FromCustomer, [message]));
        await Invariants.HoldAsync(shop);
    }

    private Task<int> WriteAsync(IncomingKind kind, IncomingMessage[] batch) =>
        messaging.Services.GetRequiredService<InboxWriter>().WriteAsync(kind, batch, TestContext.Current.CancellationToken);

    private static IncomingMessage[] Shuffled(IncomingMessage[] messages, int seed)
    {
        var copy = messages.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }
}
