using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class CustomRoleConfiguration : IEntityTypeConfiguration<CustomRole>
{
    public const string NameIndex = "ux_custom_roles_name";

    public void Configure(EntityTypeBuilder<CustomRole> builder)
    {
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.Name).HasMaxLength(CustomRole.MaxNameLength);
        builder.Property(role => role.NameKey).HasMaxLength(CustomRole.MaxNameLength);
        builder.Property(role => role.Description).HasMaxLength(CustomRole.MaxDescriptionLength);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(role => role.WorkspaceId);
        builder.HasIndex(role => new { role.WorkspaceId, role.NameKey }).IsUnique().HasDatabaseName(NameIndex);
    }
}
