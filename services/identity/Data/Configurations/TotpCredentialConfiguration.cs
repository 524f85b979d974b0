using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class TotpCredentialConfiguration : IEntityTypeConfiguration<TotpCredential>
{
    public void Configure(EntityTypeBuilder<TotpCredential> builder)
    {
        builder.HasKey(credential => credential.UserId);
        builder.Property(credential => credential.UserId).ValueGeneratedNever();
        builder.Property(credential => credential.SealingKeyId).HasMaxLength(64);

        // Two logins with one code at once, or a confirmation that crosses a new enrolment: the second finds it changed.
        builder.Property(credential => credential.LastStep).IsConcurrencyToken();
        builder.Property(credential => credential.CreatedAt).IsConcurrencyToken();
        builder.HasOne<User>().WithOne().HasForeignKey<TotpCredential>(credential => credential.UserId);
    }
}
