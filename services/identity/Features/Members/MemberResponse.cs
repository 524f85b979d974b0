using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Members;

/// <summary>A member of the workspace.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">The address.</param>
/// <param name="Role"><c>owner</c>, <c>admin</c>, <c>manager</c>, <c>agent</c>, <c>viewer</c>, or the id of a custom role.</param>
/// <param name="RoleName">The role's name for people.</param>
/// <param name="AllAccounts">Whether the member sees every client account of the workspace.</param>
/// <param name="AccountIds">The client accounts of a confined member; empty for others.</param>
/// <param name="JoinedAt">Since when, UTC.</param>
public sealed record MemberResponse(
    Guid UserId, string Name, string Email, string Role, string RoleName, bool AllAccounts, IReadOnlyList<Guid> AccountIds, DateTimeOffset JoinedAt)
{
    internal static MemberResponse From(User user, WorkspaceMember member, string? customRole) => new(
        user.Id, user.Name, user.Email, member.RoleRef.Key, customRole ?? member.Role, member.AccountIds is null, member.AccountIds ?? [],
        member.CreatedAt);
}
