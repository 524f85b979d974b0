using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;

namespace SocialSelling.ServiceDefaults.Tests.Idempotency;

[Collection(BrokerCollection.Name)]
public sealed class IdempotencyTests(ShopDatabase shop) : IClassFixture<ShopDatabase>, IAsyncLifetime
{
    private readonly TaskCompletionSource entered = new();
    private readonly TaskCompletionSource goOn = new();
    private readonly HttpClient client = new();
    private ShopHost host = null!;

    private sealed record OrderRequest(string CustomerName);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ShopHost.StartAsync(shop.Database, map: Map);
        client.BaseAddress = new Uri(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Post_SameKeyAndBody_GivesTheFirstAnswerAndChangesNothing()
    {
        var key = NewKey();
        var before = await host.OrdersAsync();

        var first = await PostAsync(key, "Ada");
        var second = await PostAsync(key, "Ada");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await second.Content.ReadAsStringAsync(Ct));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(before + 1, await host.OrdersAsync());
    }

    [Fact]
    public async Task Post_SameKeyOtherBody_IsRefused()
    {
        var key = NewKey();
        await PostAsync(key, "Ada");

        var second = await PostAsync(key, "Eve");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("IDEMPOTENCY_001", await second.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FirstFailed_LeavesNothingAndKeyIsFree()
    {
        var key = NewKey();
        var before = await host.OrdersAsync();

        var failed = await PostAsync(key, "bad");
        var again = await PostAsync(key, "Ada");

        Assert.Equal(HttpStatusCode.Conflict, failed.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(before + 1, await host.OrdersAsync());
    }

    [Fact]
    public async Task Post_FirstStillRunning_IsRefused()
    {
        var key = NewKey();
        var running = PostAsync(key, "slow");
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        var second = await PostAsync(key, "slow");
        goOn.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("IDEMPOTENCY_002", await second.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await running).StatusCode);
    }

    [Fact]
    public async Task Post_WithoutKey_RunsEachTime()
    {
        var before = await host.OrdersAsync();

        await PostAsync(null, "Ada");
        await PostAsync(null, "Ada");

        Assert.Equal(before + 2, await host.OrdersAsync());
    }

    [Fact]
    public async Task Clean_OldRows_AreForgotten()
    {
        var key = NewKey();
        await PostAsync(key, "Ada");
        await shop.Database.ExecuteAsync($"UPDATE shop.idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = '{key}'");

        await host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TableCleaner>().Single().CleanAsync(Ct);

        Assert.False(await host.InScopeAsync(s => s.GetRequiredService<ShopDbContext>().IdempotencyKeys.AnyAsync(row => row.Key == key, Ct)));
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();

    private void Map(WebApplication app) => app.MapPost("/orders", PlaceAsync).WithIdempotency<ShopDbContext>();

    private async Task<IResult> PlaceAsync(OrderRequest request, ShopDbContext db, CancellationToken ct)
    {
        var order = new Order { CustomerName = request.CustomerName };
        db.Orders.Add(order);
        await db.SaveChangesAsync(ct);
        if (request.CustomerName == "bad") return TypedResults.Conflict();
        if (request.CustomerName == "slow") await WaitAsync();
        return TypedResults.Created($"/orders/{order.Id}", order);
    }

    private Task WaitAsync()
    {
        entered.SetResult();
        return goOn.Task;
    }

    private async Task<HttpResponseMessage> PostAsync(string? key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = JsonContent.Create(new OrderRequest(name)) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Ct);
    }
}
