using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.UserAgent).HasMaxLength(Session.MaxUserAgentLength);
        builder.Property(session => session.Address).HasMaxLength(Session.MaxAddressLength);
        builder.Property(session => session.Device).HasMaxLength(DeviceName.MaxLength).HasDefaultValue(DeviceName.Unknown);

        // A refresh that crosses a logout must lose.
        builder.Property(session => session.EndedAt).IsConcurrencyToken();
        builder.Property(session => session.TokenVersion).HasDefaultValue(1).IsConcurrencyToken();
        builder.Property(session => session.AuthenticatedAt).HasDefaultValueSql("now()");
        builder.Property(session => session.EndReason).HasMaxLength(32);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(session => session.WorkspaceId);
        builder.HasIndex(session => new { session.UserId, session.CreatedAt });
        builder.HasIndex(session => session.ExpiresAt);
    }
}
