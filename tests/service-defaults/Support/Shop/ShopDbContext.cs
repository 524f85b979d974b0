using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>Stands for a service's context.</summary>
internal sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override string Schema => "shop";
}
