using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public const string GenerationIndex = "ux_signing_keys_generation";

    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.SealingKeyId).HasMaxLength(64);
        builder.HasIndex(key => key.Generation).IsUnique().HasDatabaseName(GenerationIndex);
    }
}
