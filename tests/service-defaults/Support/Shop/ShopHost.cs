using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>One instance of a service with database and bus; several may stand on one database.</summary>
internal sealed class ShopHost(WebApplication app) : IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public string Address => app.Urls.Single();

    public static async Task<ShopHost> StartAsync(
        TestDatabase database, Action<IBusRegistrationConfigurator>? bus = null, Uri? broker = null, Action<WebApplication>? map = null)
    {
        var host = Create(database, bus, broker, map);
        await host.StartAsync();
        // Until the queues stand, what is published to them is lost; a broker that a test names may be away.
        if (broker is null) await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return host;
    }

    public static ShopHost Create(
        TestDatabase database, Action<IBusRegistrationConfigurator>? bus = null, Uri? broker = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:Database"] = database.ConnectionString;
        builder.Configuration["RabbitMq:Uri"] = (broker ?? TestEnvironment.RabbitMq).OriginalString;
        builder.AddServiceDatabase<ShopDbContext>();
        builder.AddServiceBus<ShopDbContext>(bus ?? (_ => { }));
        var app = builder.Build();
        map?.Invoke(app);
        return new ShopHost(app);
    }

    public Task StartAsync() => app.StartAsync();

    /// <summary>Saves orders and one event each in one unit of work.</summary>
    public Task PlaceAsync(int count) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ShopDbContext>();
        var outbox = services.GetRequiredService<IEventOutbox>();
        for (var number = 0; number < count; number++)
        {
            var order = new Order { CustomerName = "Ada" };
            db.Orders.Add(order);
            outbox.Add(new OrderPlaced(order.Id, number));
        }

        await db.SaveChangesAsync();
        return true;
    });

    public Task<int> WaitingAsync() => InScopeAsync(services => services.GetRequiredService<ShopDbContext>().OutboxMessages.CountAsync());

    public Task<int> OrdersAsync() => InScopeAsync(services => services.GetRequiredService<ShopDbContext>().Orders.CountAsync());

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
