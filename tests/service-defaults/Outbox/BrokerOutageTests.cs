using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialSelling.ServiceDefaults.Tests.Support;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Outbox;

[Collection(BrokerCollection.Name)]
public sealed class BrokerOutageTests(ShopDatabase shop) : IClassFixture<ShopDatabase>
{
    [Fact]
    public async Task Relay_BrokerAwayAndBack_LosesNothing()
    {
        var broker = TestEnvironment.RabbitMq;
        using var way = new CuttableProxy(broker.Host, broker.Port);
        way.Mend();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        await using var host = await ShopHost.StartAsync(shop.Database, broker: new UriBuilder(broker) { Host = "127.0.0.1", Port = way.Port }.Uri);
        await host.PlaceAsync(1);
        await Eventually.That(() => Task.FromResult(probe.Captured.Count == 1));

        way.Cut();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.PlaceAsync(100)));
        await Eventually.That(async () => await StatusAsync(host) == HealthStatus.Degraded);
        Assert.Equal(600, await host.WaitingAsync());
        way.Mend();

        await Eventually.That(async () => await host.WaitingAsync() == 0, TimeSpan.FromSeconds(60));
        await Eventually.That(() => Task.FromResult(probe.Captured.Select(message => message.MessageId).Distinct().Count() == 601));
        await Eventually.That(async () => await StatusAsync(host) == HealthStatus.Healthy);
    }

    [Fact]
    public async Task Start_BrokerAway_ServesAndPublishesLater()
    {
        var broker = TestEnvironment.RabbitMq;
        using var way = new CuttableProxy(broker.Host, broker.Port);
        way.Mend();
        way.Cut();
        await using var probe = await BusProbe.StartAsync(types => types.Capture<OrderPlaced>());
        await using var host = await ShopHost.StartAsync(shop.Database, broker: new UriBuilder(broker) { Host = "127.0.0.1", Port = way.Port }.Uri);
        await host.PlaceAsync(3);
        await Eventually.That(async () => await StatusAsync(host) == HealthStatus.Degraded);
        Assert.Empty(probe.Captured);

        way.Mend();

        await Eventually.That(() => Task.FromResult(probe.Captured.Count == 3), TimeSpan.FromSeconds(60));
        await Eventually.That(async () => await host.WaitingAsync() == 0);
    }

    private static async Task<HealthStatus> StatusAsync(ShopHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"))).Status;
}
