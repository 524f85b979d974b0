using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Invitations;

internal static class ResendInvitation
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{invitationId:guid}/resend", HandleAsync).WithName(nameof(ResendInvitation))
        .RequireUserSession().RequirePermission(Permissions.MembersManage).RequireVerifiedEmail()
        .WithSummary("Sends it once more with a new link, good from now on; the link before is void.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Ok<InvitationResponse>, ProblemHttpResult>> HandleAsync(
        Guid invitationId, CurrentUser user, MemberRights rights, InvitationMail mail, IdentityDbContext db, AuditTrail audit,
        IOptions<InvitationOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.MembersManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        if (await db.Invitations.SingleOrDefaultAsync(known => known.Id == invitationId && known.WorkspaceId == workspace.Id, ct)
            is not { AcceptedAt: null, RevokedAt: null } invitation)
        {
            return InvitationProblems.NotFound();
        }

        if ((await rights.ResolveAsync(caller, invitation.RoleRef.Key, invitation.AccountIds, ct)).Problem is { } problem)
        {
            return problem;
        }

        if (invitation.SentCount >= options.Value.MaxMails)
        {
            return InvitationProblems.TooManyMails();
        }

        if (invitation.SentAt + options.Value.ResendPause - now is var wait && wait > TimeSpan.Zero)
        {
            return InvitationProblems.TooSoon(wait);
        }

        await mail.AddAsync(invitation, workspace, user.Id, ct);
        audit.Add("invitation.resent", AuditTarget.Of("invitation", invitation.Id));
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Ok(InvitationResponse.From(invitation, now));
    }
}
