using Microsoft.EntityFrameworkCore;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>A database with the tables of <see cref="ShopDbContext"/>.</summary>
public sealed class ShopDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync("shop");
        var options = new DbContextOptionsBuilder<ShopDbContext>().UseNpgsql(Database.ConnectionString).Options;
        await using var db = new ShopDbContext(options);
        await db.Database.EnsureCreatedAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
