using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Configurations;

internal sealed class ClientAccountConfiguration : IEntityTypeConfiguration<ClientAccount>
{
    public void Configure(EntityTypeBuilder<ClientAccount> builder)
    {
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.HasIndex(account => account.WorkspaceId);
    }
}
