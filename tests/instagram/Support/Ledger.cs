using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Testing;

namespace SocialSelling.Instagram.Tests.Support;

internal static class Ledger
{
    public static Task<int> CountAsync(this InstagramFactory factory) =>
        factory.InScopeAsync(services => services.GetRequiredService<InstagramDbContext>().WebhookDeliveries.CountAsync());

    /// <summary>The deliveries whose body contains the text.</summary>
    public static Task<List<WebhookDelivery>> FindAsync(this InstagramFactory factory, string text) => factory.InScopeAsync(async services =>
    {
        var deliveries = await services.GetRequiredService<InstagramDbContext>().WebhookDeliveries.AsNoTracking().ToListAsync();
        return deliveries.FindAll(d => System.Text.Encoding.UTF8.GetString(d.Body).Contains(text, StringComparison.Ordinal));
    });

    public static Task<WebhookDelivery> InStateAsync(this InstagramFactory factory, string text, DeliveryState state) =>
        Eventually.Value(async () => (await factory.FindAsync(text)).Find(d => d.State == state), what: $"a delivery that is {state}");
}
