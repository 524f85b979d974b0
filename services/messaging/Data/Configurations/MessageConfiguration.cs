using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property<NpgsqlTsVector>("SearchVector").HasComputedColumnSql("to_tsvector('simple', coalesce(text, ''))", stored: true);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(message => new { message.ConversationId, message.SentAt, message.Id });
        builder.HasIndex(message => new { message.Channel, message.AccountId, message.PlatformMessageId })
            .IsUnique()
            .HasFilter("platform_message_id IS NOT NULL");
        builder.HasIndex(message => message.ConversationId, "ix_messages_unread").HasFilter("NOT is_read");
    }
}
