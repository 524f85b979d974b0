using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>What one member may do in one workspace: all that the access token says of it.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Role">The member's role.</param>
/// <param name="Permissions">What the role grants.</param>
/// <param name="AccountIds">The client accounts the member is confined to; null without any confinement.</param>
/// <param name="Plan">The owner's subscription tier.</param>
internal sealed record MemberAccess(
    Guid WorkspaceId, RoleRef Role, IReadOnlyList<string> Permissions, IReadOnlyList<Guid>? AccountIds, SubscriptionTier Plan)
{
    public string Tier => Plan.ToString().ToUpperInvariant();

    /// <summary>The rights of who makes a workspace.</summary>
    public static MemberAccess OfOwner(Guid workspaceId, User owner) =>
        new(workspaceId, RoleRef.BuiltIn(Roles.Owner), Roles.PermissionsOf(Roles.Owner), null, owner.SubscriptionTier);

    /// <summary>Null where there is no membership, or no workspace any more.</summary>
    public static MemberAccess? From(Guid workspaceId, string? role, Guid? roleId, string[]? custom, Guid[]? accountIds, SubscriptionTier? plan) =>
        role is null || plan is not { } tier ? null
        : new(workspaceId, new(role, roleId), roleId is null ? Roles.PermissionsOf(role) : custom ?? [], accountIds, tier);

    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>Nobody gives, takes or changes rights beyond their own.</summary>
    public bool Covers(IEnumerable<string> permissions, IReadOnlyList<Guid>? accountIds) =>
        permissions.All(Permissions.Contains) && (AccountIds is null || (accountIds is not null && accountIds.All(AccountIds.Contains)));

    public bool Covers(MemberAccess other) => Covers(other.Permissions, other.AccountIds);
}
