using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Publisher.Domain;

namespace SocialSelling.Publisher.Data.Configurations;

internal sealed class ClientAccountConfiguration : IEntityTypeConfiguration<ClientAccount>
{
    public void Configure(EntityTypeBuilder<ClientAccount> builder)
    {
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Channel).HasMaxLength(32);
        builder.Property(account => account.PlatformAccountId).HasMaxLength(64);
        builder.Property(account => account.Username).HasMaxLength(200);
        builder.Property(account => account.ChangedAt).IsConcurrencyToken();
        builder.HasIndex(account => account.WorkspaceId);
    }
}
