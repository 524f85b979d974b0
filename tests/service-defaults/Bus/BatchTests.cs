using MassTransit;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Bus;

[Collection(BrokerCollection.Name)]
public sealed class BatchTests(ShopDatabase shop) : IClassFixture<ShopDatabase>
{
    [Fact]
    public async Task Consume_BatchThatFailsForAWhile_IsTakenWholeInTheEnd()
    {
        await using var host = await ShopHost.StartAsync(shop.Database, bus => bus.AddConsumer<OrderPaidBatchConsumer, OrderPaidBatchConsumerDefinition>());
        await using var probe = await BusProbe.StartAsync();
        var orders = Enumerable.Range(0, 300).Select(_ => new OrderPaid(Guid.CreateVersion7(), "batch")).ToList();

        await Task.WhenAll(orders.Select(order => probe.PublishAsync(order)));

        await Eventually.That(() => Task.FromResult(orders.TrueForAll(order => OrderPaidBatchConsumer.Taken.ContainsKey(order.OrderId))), TimeSpan.FromSeconds(45));
        Assert.InRange(OrderPaidBatchConsumer.LargestBatch, 2, 100);
    }
}
