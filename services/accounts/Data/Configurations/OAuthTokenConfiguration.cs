using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Accounts.Domain;

namespace SocialSelling.Accounts.Data.Configurations;

internal sealed class OAuthTokenConfiguration : IEntityTypeConfiguration<OAuthToken>
{
    public void Configure(EntityTypeBuilder<OAuthToken> builder)
    {
        builder.ToTable("oauth_tokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.KeyId).HasMaxLength(64);
        builder.Property(t => t.TokenType).HasMaxLength(20);
        builder.Property(t => t.Scope).HasMaxLength(2000);
        builder.Ignore(t => t.AccessTokenContext);
        builder.HasOne<ClientAccount>().WithOne().HasForeignKey<OAuthToken>(t => t.ClientAccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.ExpiresAt);
    }
}
