using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class WorkspaceMemberConfiguration : IEntityTypeConfiguration<WorkspaceMember>
{
    public void Configure(EntityTypeBuilder<WorkspaceMember> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint(
            "ck_workspace_members_role", $"(role = '{WorkspaceMember.CustomRole}') = (role_id IS NOT NULL)"));
        builder.HasKey(member => new { member.WorkspaceId, member.UserId });
        builder.Property(member => member.Role).HasMaxLength(WorkspaceMember.MaxRoleLength);
        builder.Ignore(member => member.RoleRef);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(member => member.WorkspaceId);
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId);

        // A role of the same workspace, and none that somebody holds can go.
        builder.HasOne<CustomRole>().WithMany().HasForeignKey(member => new { member.WorkspaceId, member.RoleId })
            .HasPrincipalKey(role => new { role.WorkspaceId, role.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(member => new { member.UserId, member.CreatedAt });
    }
}
