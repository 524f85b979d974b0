using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class WorkspaceMemberConfiguration : IEntityTypeConfiguration<WorkspaceMember>
{
    public void Configure(EntityTypeBuilder<WorkspaceMember> builder)
    {
        builder.HasKey(member => new { member.WorkspaceId, member.UserId });
        builder.Property(member => member.Role).HasMaxLength(WorkspaceMember.MaxRoleLength);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(member => member.WorkspaceId);
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId);
        builder.HasIndex(member => new { member.UserId, member.CreatedAt });
    }
}
