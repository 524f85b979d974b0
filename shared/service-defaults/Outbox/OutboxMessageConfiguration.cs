using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialSelling.ServiceDefaults.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(message => message.Position);
        builder.Property(message => message.Position).UseIdentityAlwaysColumn();
        builder.Property(message => message.Attempts).HasDefaultValue(0);
        // Rows live for milliseconds: vacuum by count, or the dead ones at the head slow the relay down.
        builder.HasStorageParameter("autovacuum_vacuum_scale_factor", 0);
        builder.HasStorageParameter("autovacuum_vacuum_threshold", 5000);
    }
}
