using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialSelling.ServiceDefaults.Privacy;

internal sealed class ErasedWorkspaceConfiguration : IEntityTypeConfiguration<ErasedWorkspace>
{
    public void Configure(EntityTypeBuilder<ErasedWorkspace> builder)
    {
        builder.ToTable("erased_workspaces");
        builder.HasKey(erased => erased.WorkspaceId);
        builder.Property(erased => erased.WorkspaceId).ValueGeneratedNever();
    }
}
