using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Data.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public const string PendingIndex = "ux_invitations_pending";

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(User.MaxEmailLength);
        builder.Property(invitation => invitation.EmailKey).HasMaxLength(User.MaxEmailLength);
        builder.Property(invitation => invitation.Role).HasMaxLength(WorkspaceMember.MaxRoleLength);
        builder.Ignore(invitation => invitation.RoleRef);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(invitation => invitation.WorkspaceId);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => new { invitation.WorkspaceId, invitation.CreatedAt });
        builder.HasIndex(invitation => new { invitation.WorkspaceId, invitation.EmailKey }).IsUnique()
            .HasFilter("accepted_at IS NULL AND revoked_at IS NULL").HasDatabaseName(PendingIndex);
    }
}
