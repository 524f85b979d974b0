using Npgsql;
using SocialSelling.ServiceDefaults.Tests.Support.Shop;

namespace SocialSelling.ServiceDefaults.Tests.Data;

public sealed class ConventionTests(ShopDatabase shop) : IClassFixture<ShopDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_AnyName_IsSnakeCaseInTheServicesSchema()
    {
        var names = await ReadAsync("""
            SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'shop'
            UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'shop'
            """);

        Assert.Contains("shop.orders.customer_name", names);
        Assert.Contains("shop.outbox_messages.next_attempt_at", names);
        Assert.Contains("pk_inbox_messages", names);
        Assert.Contains("ix_idempotency_keys_created_at", names);
        Assert.All(names, name => Assert.Matches("^[a-z0-9_.]+$", name));
    }

    [Fact]
    public async Task Enum_Saved_IsSnakeCaseText()
    {
        await using var host = ShopHost.Create(shop.Database);
        await host.InScopeAsync(async services =>
        {
            var db = (ShopDbContext)services.GetService(typeof(ShopDbContext))!;
            db.Orders.Add(new Order { CustomerName = "Ada", State = OrderState.SentOut });
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Equal(["sent_out"], await ReadAsync("SELECT state FROM shop.orders"));
    }

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(shop.Database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var values = new List<string>();
        while (await reader.ReadAsync(Ct)) values.Add(reader.GetString(0));
        return values;
    }
}
