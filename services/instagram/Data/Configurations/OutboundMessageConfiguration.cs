using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Instagram.Domain.Sending;

namespace SocialSelling.Instagram.Data.Configurations;

internal sealed class OutboundMessageConfiguration : IEntityTypeConfiguration<OutboundMessage>
{
    public void Configure(EntityTypeBuilder<OutboundMessage> builder)
    {
        builder.ToTable("outbound_messages");
        builder.HasKey(m => m.MessageId);
        builder.Property(m => m.MessageId).ValueGeneratedNever();
        builder.Property(m => m.Sequence).UseIdentityAlwaysColumn();
        builder.Property(m => m.ContactPlatformId).HasMaxLength(64);
        builder.Property(m => m.State).HasMaxLength(20);
        builder.Property(m => m.PlatformMessageId).HasMaxLength(500);
        builder.Property(m => m.FailureCode).HasMaxLength(20);
        builder.Property(m => m.FailureReason).HasMaxLength(500);

        // The sender and the echo may both learn the outcome: the one who commits second sees that it is known.
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasIndex(m => m.WorkspaceId);
        builder.HasIndex(m => new { m.AccountId, m.PlatformMessageId }).IsUnique().HasFilter("platform_message_id is not null");
        builder.HasIndex(m => new { m.ConversationId, m.Sequence }, "ix_outbound_messages_open").HasFilter("state in ('queued', 'sending', 'unknown')");
        builder.HasIndex(m => new { m.AccountId, m.ContactPlatformId }, "ix_outbound_messages_in_air").HasFilter("state in ('queued', 'sending', 'unknown')");
    }
}
