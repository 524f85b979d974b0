using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public const string EmailIndex = "ux_users_email_key";
    public const string UsernameIndex = "ux_users_username";

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint(
            "ck_users_subscription_tier", "subscription_tier IN ('FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE')"));
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmailLength);
        builder.Property(user => user.EmailKey).HasMaxLength(User.MaxEmailLength);
        builder.Property(user => user.PasswordHash).HasMaxLength(255);
        builder.Property(user => user.Name).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.Username).HasMaxLength(User.MaxUsernameLength);
        builder.Property(user => user.FirstName).HasMaxLength(User.MaxFirstNameLength);
        builder.Property(user => user.LastName).HasMaxLength(User.MaxFirstNameLength);
        builder.Property(user => user.Bio).HasMaxLength(User.MaxBioLength);
        builder.Property(user => user.Phone).HasMaxLength(User.MaxPhoneLength);
        builder.Property(user => user.AvatarKey).HasMaxLength(User.MaxAvatarKeyLength);
        builder.Property(user => user.Language).HasMaxLength(2).HasDefaultValue(User.DefaultLanguage);
        builder.Property(user => user.Timezone).HasMaxLength(64).HasDefaultValue(User.DefaultTimeZone);
        builder.Property(user => user.SubscriptionTier).HasMaxLength(16)
            .HasConversion(tier => tier.ToString().ToUpperInvariant(), text => Enum.Parse<SubscriptionTier>(text, true));
        builder.Property(user => user.Preferences).HasColumnType("jsonb");
        builder.Ignore(user => user.Personal);
        builder.HasIndex(user => user.EmailKey).IsUnique().HasDatabaseName(EmailIndex);
        builder.HasIndex(user => user.Username).IsUnique().HasDatabaseName(UsernameIndex);
        builder.HasIndex(user => user.CreatedAt);
        builder.HasIndex(user => user.DeletedAt).HasFilter("deleted_at IS NOT NULL");
    }
}
