using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Data.Configurations;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(d => d.Id).UseIdentityAlwaysColumn();
        builder.Property(d => d.State).HasMaxLength(20).HasDefaultValue(DeliveryState.Pending).HasSentinel((DeliveryState)(-1));
        builder.Property(d => d.Events).HasDefaultValue(0);
        builder.Property(d => d.Ignored).HasDefaultValue(0);
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.Property(d => d.WaitingFor).HasDefaultValueSql("'{}'");

        // Both indexes hold only what is still to be done: they stay small however large the ledger grows.
        builder.HasIndex(d => d.Id, "ix_webhook_deliveries_pending").HasFilter("state = 'pending'");
        builder.HasIndex(d => d.WaitingFor, "ix_webhook_deliveries_waiting").HasMethod("gin").HasFilter("state = 'waiting'");
    }
}
