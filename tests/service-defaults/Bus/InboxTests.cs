using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Bus;

[Collection(BrokerCollection.Name)]
public sealed class InboxTests(ShopDatabase shop) : IClassFixture<ShopDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consume_SameMessageIdTwice_ChangesAndPublishesOnce()
    {
        await using var host = await StartAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        var (paid, marker) = (new OrderPaid(Guid.CreateVersion7(), "take"), new OrderPaid(Guid.CreateVersion7(), "take"));
        var messageId = Guid.CreateVersion7();

        for (var repeat = 0; repeat < 3; repeat++) await probe.PublishAsync(paid, messageId);
        await probe.ReceivedAsync<OrderPlaced>(placed => placed.OrderId == paid.OrderId);
        await probe.PublishAsync(paid, messageId);
        await probe.PublishAsync(marker);
        await probe.ReceivedAsync<OrderPlaced>(placed => placed.OrderId == marker.OrderId);

        Assert.Single(probe.Of<OrderPlaced>(), placed => placed.OrderId == paid.OrderId);
        Assert.Equal(1, await NotesAsync(host, messageId));
        Assert.Equal(0, await QueueLengthAsync("shop.order-paid_skipped"));
    }

    [Fact]
    public async Task Consume_FailsTwiceThenWorks_RollsBackAndRepeats()
    {
        await using var host = await StartAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        var paid = new OrderPaid(Guid.CreateVersion7(), "fail twice");

        await probe.PublishAsync(paid);
        await probe.ReceivedAsync<OrderPlaced>(placed => placed.OrderId == paid.OrderId);

        var orders = await host.InScopeAsync(s => s.GetRequiredService<ShopDbContext>().Orders.CountAsync(order => order.Id == paid.OrderId, Ct));
        Assert.Equal(1, orders);
        Assert.Equal(3, OrderPaidConsumer.Attempts[paid.OrderId]);
    }

    [Fact]
    public async Task Consume_FailsForGood_GoesToErrorQueueAndLeavesNothing()
    {
        await using var host = await StartAsync();
        await using var probe = await BusProbe.StartAsync();
        var before = await QueueLengthAsync("shop.order-paid_error");
        var (paid, messageId) = (new OrderPaid(Guid.CreateVersion7(), "fail always"), Guid.CreateVersion7());

        await probe.PublishAsync(paid, messageId);

        await Eventually.That(async () => await QueueLengthAsync("shop.order-paid_error") == before + 1);
        Assert.Equal(0, await NotesAsync(host, messageId));
        Assert.False(await host.InScopeAsync(s => s.GetRequiredService<ShopDbContext>().Orders.AnyAsync(order => order.Id == paid.OrderId, Ct)));
    }

    [Fact]
    public async Task Consume_TransientFailureManyTimes_IsNotGivenUp()
    {
        await using var host = await StartAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        var paid = new OrderPaid(Guid.CreateVersion7(), "transient six times");

        await probe.PublishAsync(paid);

        await probe.ReceivedAsync<OrderPlaced>(placed => placed.OrderId == paid.OrderId, TimeSpan.FromSeconds(45));
        Assert.Equal(7, OrderPaidConsumer.Attempts[paid.OrderId]);
    }

    [Fact]
    public async Task Relay_DiesBetweenPublishAndCommit_RepeatIsRecognised()
    {
        await using var host = await StartAsync();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPaid>().Capture<OrderPlaced>());
        var paid = new OrderPaid(Guid.CreateVersion7(), "take");
        await PublishWithoutCommitAsync(host, paid);
        await probe.ReceivedAsync<OrderPlaced>(placed => placed.OrderId == paid.OrderId);

        host.Services.GetRequiredService<OutboxSignal>().Notify();

        await Eventually.That(() => Task.FromResult(probe.Captured.Count(message => message.Body is OrderPaid) == 2));
        await Eventually.That(async () => await host.WaitingAsync() == 0);
        Assert.Single(probe.Captured.Where(message => message.Body is OrderPaid).Select(message => message.MessageId).Distinct());
        Assert.Single(probe.Of<OrderPlaced>(), placed => placed.OrderId == paid.OrderId);
    }

    private Task<ShopHost> StartAsync() => ShopHost.StartAsync(shop.Database, bus => bus.AddConsumer<OrderPaidConsumer, OrderPaidConsumerDefinition>());

    // What a relay does up to the moment of its death: the broker has the message, the row comes back by rollback.
    private static async Task PublishWithoutCommitAsync(ShopHost host, OrderPaid paid)
    {
        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using (var writing = await connection.BeginTransactionAsync(Ct))
        {
            await host.Services.GetRequiredService<IOutboxWriter>().AddRangeAsync(connection, writing, [paid], Ct);
            // Still invisible to the host's own relay.
            var rows = await OutboxStore.TakeAsync(connection, 10, Ct);
            await OutboxStore.PutBackAsync(connection, rows.Single(), TimeSpan.FromSeconds(3), Ct);
            await host.Services.GetRequiredService<OutboxPublisher>().PublishAsync(rows);
            await writing.CommitAsync(Ct);
        }
    }

    private static Task<int> NotesAsync(ShopHost host, Guid messageId) => host.InScopeAsync(services =>
        services.GetRequiredService<ShopDbContext>().InboxMessages.CountAsync(note => note.MessageId == messageId, Ct));

    private static async Task<long> QueueLengthAsync(string queue)
    {
        await using var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = TestEnvironment.RabbitMq }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        try
        {
            return await channel.MessageCountAsync(queue, Ct);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }
}
