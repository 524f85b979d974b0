using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.Property(token => token.Id).ValueGeneratedNever();

        // Two refreshes with one token at once: the second finds it used.
        builder.Property(token => token.UsedAt).IsConcurrencyToken();
        builder.HasOne<Session>().WithMany().HasForeignKey(token => token.SessionId);
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasIndex(token => token.PreviousId);
        builder.HasIndex(token => token.SessionId);
        builder.HasIndex(token => token.ExpiresAt);
    }
}
