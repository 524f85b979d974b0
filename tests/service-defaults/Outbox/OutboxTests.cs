using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Outbox;

[Collection(BrokerCollection.Name)]
public sealed class OutboxTests(ShopDatabase shop) : IClassFixture<ShopDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveChanges_WithEvents_PublishesThemInOrderAndEmptiesTheOutbox()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        await using var host = await ShopHost.StartAsync(shop.Database);

        await host.PlaceAsync(50);

        await Eventually.That(() => Task.FromResult(probe.Captured.Count == 50));
        Assert.Equal(50, probe.Of<OrderPlaced>().Select(placed => placed.Number).Distinct().Count());
        await Eventually.That(async () => await host.WaitingAsync() == 0);
    }

    [Fact]
    public async Task Rollback_WithEvents_LeavesNeitherChangeNorEvent()
    {
        await using var host = await ShopHost.StartAsync(shop.Database);
        var before = await host.OrdersAsync();

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ShopDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Orders.Add(new Order { CustomerName = "Eve" });
            services.GetRequiredService<IEventOutbox>().Add(new OrderPlaced(Guid.CreateVersion7(), 1));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        Assert.Equal(before, await host.OrdersAsync());
        Assert.Equal(0, await host.WaitingAsync());
    }

    [Fact]
    public async Task AddRange_OnRawConnection_PublishesAfterCommit()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        await using var host = await ShopHost.StartAsync(shop.Database);
        var writer = host.Services.GetRequiredService<IOutboxWriter>();
        await using var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);

        await writer.AddRangeAsync(connection, transaction, [.. Enumerable.Range(0, 700).Select(n => new OrderPlaced(Guid.CreateVersion7(), n))], Ct);
        await transaction.CommitAsync(Ct);
        host.Services.GetRequiredService<OutboxSignal>().Notify();

        await Eventually.That(() => Task.FromResult(probe.Captured.Count == 700));
    }

    [Fact]
    public async Task Relay_TwoInstancesAtWork_PublishEachRowOnce()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        await using var first = await ShopHost.StartAsync(shop.Database);
        await using var second = await ShopHost.StartAsync(shop.Database);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? first : second).PlaceAsync(250)));

        await Eventually.That(async () => await first.WaitingAsync() == 0);
        await Eventually.That(() => Task.FromResult(probe.Captured.Count == 2000));
        Assert.Equal(2000, probe.Captured.Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Relay_CommandWithoutReceiver_WaitsForItsQueue()
    {
        await using var host = await ShopHost.StartAsync(shop.Database);
        var command = new ShipOrderRequested(Guid.CreateVersion7());
        await host.InScopeAsync(async services =>
        {
            services.GetRequiredService<IEventOutbox>().Add(command);
            return await services.GetRequiredService<ShopDbContext>().SaveChangesAsync();
        });
        await Eventually.That(() => host.InScopeAsync(services => services.GetRequiredService<ShopDbContext>().OutboxMessages.AnyAsync(row => row.Attempts > 0)));

        await using var probe = await BusProbe.StartAsync(types => types.Capture<ShipOrderRequested>());

        Assert.Equal(command, await probe.ReceivedAsync<ShipOrderRequested>());
        await Eventually.That(async () => await host.WaitingAsync() == 0);
    }
}
