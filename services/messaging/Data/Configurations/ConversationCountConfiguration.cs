using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Configurations;

internal sealed class ConversationCountConfiguration : IEntityTypeConfiguration<ConversationCount>
{
    public void Configure(EntityTypeBuilder<ConversationCount> builder)
    {
        builder.HasKey(count => new { count.WorkspaceId, count.AccountId, count.Status });
        // Updated with nearly every batch: room on the page lets the update stay there.
        builder.HasStorageParameter("fillfactor", 50);
    }
}
