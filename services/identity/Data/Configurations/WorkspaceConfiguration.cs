using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
        builder.Property(workspace => workspace.Name).HasMaxLength(Workspace.MaxNameLength);
        builder.HasOne<User>().WithMany().HasForeignKey(workspace => workspace.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(workspace => workspace.OwnerId);
        builder.HasIndex(workspace => workspace.DeletedAt).HasFilter("deleted_at IS NOT NULL");
    }
}
