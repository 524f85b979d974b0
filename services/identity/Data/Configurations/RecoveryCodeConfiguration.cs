using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(code => code.Id).ValueGeneratedNever();

        // One code in two requests at once: the second finds it used.
        builder.Property(code => code.UsedAt).IsConcurrencyToken();
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId);
        builder.HasIndex(code => new { code.UserId, code.CodeHash }).IsUnique();
    }
}
