using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Members;

/// <summary>A member with what people are told of it.</summary>
internal sealed class MemberRow
{
    public required User User { get; init; }

    public required WorkspaceMember Member { get; init; }

    public required string? CustomRole { get; init; }

    public static IQueryable<MemberRow> Of(IdentityDbContext db, Guid workspaceId) =>
        from member in db.WorkspaceMembers
        join user in db.Users on member.UserId equals user.Id
        join role in db.CustomRoles on member.RoleId equals role.Id into roles
        from role in roles.DefaultIfEmpty()
        where member.WorkspaceId == workspaceId
        select new MemberRow { User = user, Member = member, CustomRole = role.Name };

    public MemberResponse ToResponse() => MemberResponse.From(User, Member, CustomRole);
}
