using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Data.Configurations;

internal sealed class ReceivedMessageConfiguration : IEntityTypeConfiguration<ReceivedMessage>
{
    public void Configure(EntityTypeBuilder<ReceivedMessage> builder)
    {
        builder.ToTable("received_messages");
        builder.HasKey(m => new { m.AccountId, m.Mid });
        builder.Property(m => m.Mid).HasMaxLength(500);
    }
}
