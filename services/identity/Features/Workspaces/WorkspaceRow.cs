using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>A workspace as one member sees it.</summary>
internal sealed class WorkspaceRow
{
    public required Workspace Workspace { get; init; }

    public required WorkspaceMember Member { get; init; }

    public required string? CustomRole { get; init; }

    public required SubscriptionTier Plan { get; init; }

    public static IQueryable<WorkspaceRow> Of(IdentityDbContext db, Guid userId) =>
        from member in db.WorkspaceMembers
        join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
        join owner in db.Users on workspace.OwnerId equals owner.Id
        join role in db.CustomRoles on member.RoleId equals role.Id into roles
        from role in roles.DefaultIfEmpty()
        where member.UserId == userId
        select new WorkspaceRow { Workspace = workspace, Member = member, CustomRole = role.Name, Plan = owner.SubscriptionTier };

    public WorkspaceResponse ToResponse() => WorkspaceResponse.From(Workspace, Member.RoleRef, CustomRole, Plan);
}
