using Microsoft.EntityFrameworkCore;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Instagram.Data;

internal sealed class InstagramDbContext(DbContextOptions<InstagramDbContext> options) : ServiceDbContext(options)
{
    public DbSet<InstagramAccount> Accounts => Set<InstagramAccount>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<ReceivedMessage> ReceivedMessages => Set<ReceivedMessage>();

    public DbSet<OutboundMessage> OutboundMessages => Set<OutboundMessage>();

    public DbSet<MediaPublication> MediaPublications => Set<MediaPublication>();

    protected override string Schema => "instagram";
}
