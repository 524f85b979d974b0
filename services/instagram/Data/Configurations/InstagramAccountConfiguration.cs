using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Instagram.Domain;

namespace SocialSelling.Instagram.Data.Configurations;

internal sealed class InstagramAccountConfiguration : IEntityTypeConfiguration<InstagramAccount>
{
    public void Configure(EntityTypeBuilder<InstagramAccount> builder)
    {
        builder.ToTable("instagram_accounts");
        builder.HasKey(a => a.AccountId);
        builder.Property(a => a.AccountId).ValueGeneratedNever();
        builder.Property(a => a.PlatformAccountId).HasMaxLength(64);
        builder.Property(a => a.Username).HasMaxLength(200);

        // Not unique: when an account moves to another workspace, the two events may arrive in either order.
        builder.HasIndex(a => a.PlatformAccountId);
    }
}
