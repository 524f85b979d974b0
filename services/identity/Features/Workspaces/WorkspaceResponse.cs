using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>A workspace that the user belongs to.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The user's role in it: <c>owner</c>, <c>admin</c>, <c>manager</c>, <c>agent</c>, <c>viewer</c>, or the id of a custom role.</param>
/// <param name="RoleName">The role's name for people.</param>
/// <param name="Plan">The owner's subscription tier: <c>FREE</c>, <c>STARTER</c>, <c>PROFESSIONAL</c> or <c>ENTERPRISE</c>.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="DeletedAt">When it was deleted, UTC; until its data is erased an owner can restore it.</param>
public sealed record WorkspaceResponse(
    Guid Id, string Name, string Role, string RoleName, string Plan, DateTimeOffset CreatedAt, DateTimeOffset? DeletedAt)
{
    internal static WorkspaceResponse From(Workspace workspace, RoleRef role, string? customRole, SubscriptionTier plan) => new(
        workspace.Id, workspace.Name, role.Key, customRole ?? role.Name, plan.ToString().ToUpperInvariant(), workspace.CreatedAt, workspace.DeletedAt);
}
