using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.HasOne<Contact>().WithOne().HasForeignKey<Conversation>(conversation => conversation.ContactId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(conversation => new { conversation.WorkspaceId, conversation.LastMessageAt, conversation.Id });
        builder.HasIndex(conversation => new { conversation.WorkspaceId, conversation.AccountId, conversation.LastMessageAt, conversation.Id });
        builder.HasIndex(conversation => new { conversation.WorkspaceId, conversation.LastMessageAt, conversation.Id }, "ix_conversations_unread")
            .HasFilter("unread_count > 0");
    }
}
