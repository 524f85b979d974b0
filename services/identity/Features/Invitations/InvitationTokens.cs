using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>From a link's token to its invitation, and from there to a membership.</summary>
internal sealed class InvitationTokens(IdentityDbContext db, PlanGuard plans, TimeProvider clock)
{
    /// <summary>The invitation of the token while it is good.</summary>
    public async Task<(Invitation? Invitation, ProblemHttpResult? Problem)> FindAsync(string token, CancellationToken ct)
    {
        if (!RefreshTokenSecret.TryParse(token, out var secret))
        {
            return (null, InvitationProblems.NotFound());
        }

        var hash = secret.Hash();
        var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(
            known => known.TokenHash == hash && known.AcceptedAt == null && known.RevokedAt == null
                && db.Workspaces.Any(workspace => workspace.Id == known.WorkspaceId && workspace.DeletedAt == null), ct);
        return found is null ? (null, InvitationProblems.NotFound())
            : found.ExpiresAt <= clock.GetUtcNow() ? (null, InvitationProblems.Expired())
            : (found, null);
    }

    /// <summary>
    /// Uses the invitation up and adds the membership to the unit of work, in the caller's transaction: under the lock of the workspace, so
    /// that of two who come with one link one finds it used.
    /// </summary>
    public async Task<(MemberAccess? Access, ProblemHttpResult? Problem)> JoinAsync(Invitation found, Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var workspace = await db.LockWorkspaceAsync(found.WorkspaceId, ct);
        var invitation = await db.Invitations.SingleAsync(known => known.Id == found.Id, ct);
        if (workspace is null || invitation is not { AcceptedAt: null, RevokedAt: null } || !invitation.TokenHash.AsSpan().SequenceEqual(found.TokenHash))
        {
            return (null, InvitationProblems.NotFound());
        }

        var custom = await db.CustomRoles.AsNoTracking()
            .SingleOrDefaultAsync(role => role.Id == invitation.RoleId && role.WorkspaceId == workspace.Id, ct);
        if (invitation.RoleId is not null && custom is null)
        {
            return (null, InvitationProblems.NotFound());
        }

        if (await db.WorkspaceMembers.AnyAsync(member => member.WorkspaceId == workspace.Id && member.UserId == userId, ct))
        {
            return (null, InvitationProblems.AlreadyMember());
        }

        var owner = await db.Users.AsNoTracking().SingleAsync(owner => owner.Id == workspace.OwnerId, ct);
        var full = await plans.CheckAsync(
            PlanLimit.Members, owner.SubscriptionTier.ToString().ToUpperInvariant(), workspace.Id, c => db.CountMembersAsync(workspace.Id, c), ct);
        if (full is not null)
        {
            return (null, full);
        }

        invitation.Accept(userId, now);
        db.Add(WorkspaceMember.Join(workspace.Id, userId, invitation.RoleRef, invitation.AccountIds, now));
        return (MemberAccess.From(
            workspace.Id, invitation.Role, invitation.RoleId, custom?.Permissions, invitation.AccountIds, owner.SubscriptionTier), null);
    }
}
