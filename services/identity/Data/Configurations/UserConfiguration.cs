using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public const string EmailIndex = "ux_users_email_key";

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint(
            "ck_users_subscription_tier", "subscription_tier IN ('FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE')"));
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmailLength);
        builder.Property(user => user.EmailKey).HasMaxLength(User.MaxEmailLength);
        builder.Property(user => user.PasswordHash).HasMaxLength(255);
        builder.Property(user => user.Name).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.Language).HasMaxLength(2).HasDefaultValue(User.DefaultLanguage);
        builder.Property(user => user.Timezone).HasMaxLength(64).HasDefaultValue(User.DefaultTimeZone);
        builder.Property(user => user.SubscriptionTier).HasMaxLength(16)
            .HasConversion(tier => tier.ToString().ToUpperInvariant(), text => Enum.Parse<SubscriptionTier>(text, true));
        builder.Property(user => user.Preferences).HasColumnType("jsonb");
        builder.HasIndex(user => user.EmailKey).IsUnique().HasDatabaseName(EmailIndex);
        builder.HasIndex(user => user.CreatedAt);
    }
}
