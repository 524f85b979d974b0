using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>What plans limit here, and how it is counted.</summary>
internal static class WorkspaceLimits
{
    public static Task<ProblemHttpResult?> CheckOwnedAsync(this PlanGuard plans, IdentityDbContext db, User owner, CancellationToken ct) =>
        plans.CheckAsync(PlanLimit.Workspaces, owner.SubscriptionTier.ToString().ToUpperInvariant(), owner.Id, c => db.CountOwnedAsync(owner.Id, c), ct);

    public static Task<int> CountOwnedAsync(this IdentityDbContext db, Guid userId, CancellationToken ct) =>
        db.Workspaces.CountAsync(workspace => workspace.OwnerId == userId && workspace.DeletedAt == null, ct);

    public static Task<int> CountMembersAsync(this IdentityDbContext db, Guid workspaceId, CancellationToken ct) =>
        db.WorkspaceMembers.CountAsync(member => member.WorkspaceId == workspaceId, ct);

    public static Task<int> CountPendingAsync(this IdentityDbContext db, Guid workspaceId, DateTimeOffset now, CancellationToken ct) =>
        db.Invitations.CountAsync(
            invitation => invitation.WorkspaceId == workspaceId && invitation.AcceptedAt == null && invitation.RevokedAt == null
                && invitation.ExpiresAt > now,
            ct);
}
