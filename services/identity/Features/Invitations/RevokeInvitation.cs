using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Invitations;

internal static class RevokeInvitation
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{invitationId:guid}", HandleAsync).WithName(nameof(RevokeInvitation))
        .RequireUserSession().RequirePermission(Permissions.MembersManage).WithSummary("Makes the link void, and the place free.");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid invitationId, MemberRights rights, IdentityDbContext db, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.MembersManage, ct) is not var (workspace, _))
        {
            return WorkspaceProblems.NotFound();
        }

        if (await db.Invitations.SingleOrDefaultAsync(known => known.Id == invitationId && known.WorkspaceId == workspace.Id, ct)
            is not { AcceptedAt: null, RevokedAt: null } invitation)
        {
            return InvitationProblems.NotFound();
        }

        invitation.Revoke(clock.GetUtcNow());
        audit.Add("invitation.revoked", AuditTarget.Of("invitation", invitation.Id));
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
