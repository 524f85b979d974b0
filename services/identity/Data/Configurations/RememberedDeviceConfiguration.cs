using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class RememberedDeviceConfiguration : IEntityTypeConfiguration<RememberedDevice>
{
    public void Configure(EntityTypeBuilder<RememberedDevice> builder)
    {
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.UserAgent).HasMaxLength(Session.MaxUserAgentLength);
        builder.Property(device => device.Address).HasMaxLength(Session.MaxAddressLength);
        builder.HasOne<User>().WithMany().HasForeignKey(device => device.UserId);
        builder.HasIndex(device => device.TokenHash).IsUnique();
        builder.HasIndex(device => device.UserId);
        builder.HasIndex(device => device.ExpiresAt);
    }
}
