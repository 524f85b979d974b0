using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public const string CredentialIndex = "ux_passkeys_credential_id";

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.Property(passkey => passkey.Id).ValueGeneratedNever();
        builder.Property(passkey => passkey.Name).HasMaxLength(Passkey.MaxNameLength);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(Passkey.MaxCredentialIdLength);
        builder.HasOne<User>().WithMany().HasForeignKey(passkey => passkey.UserId);
        builder.HasIndex(passkey => passkey.CredentialId).IsUnique().HasDatabaseName(CredentialIndex);
        builder.HasIndex(passkey => new { passkey.UserId, passkey.CreatedAt });
    }
}
