using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>Who is to join, and as what.</summary>
/// <param name="Email">At most 254 characters.</param>
/// <param name="Role"><c>owner</c>, <c>admin</c>, <c>manager</c>, <c>agent</c>, <c>viewer</c>, or the id of a custom role.</param>
/// <param name="AccountIds">Confines them to these client accounts, at most 50; left out for all.</param>
public sealed record InviteMemberRequest(
    [property: Required, EmailFormat] string Email,
    [property: Required, StringLength(WorkspaceMember.MaxRoleLength)] string Role,
    [property: MaxLength(UpdateMemberRequest.MaxAccounts)] IReadOnlyList<Guid>? AccountIds = null);

internal static class InviteMember
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", HandleAsync).WithName(nameof(InviteMember)).RequireUserSession()
        .RequirePermission(Permissions.MembersManage).RequireVerifiedEmail().WithIdempotency<IdentityDbContext>()
        .WithSummary("Invites somebody by mail, with or without an account. Nobody gives more than they hold themselves.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Created<InvitationResponse>, ProblemHttpResult>> HandleAsync(
        InviteMemberRequest request, CurrentUser user, MemberRights rights, InvitationMail mail, IdentityDbContext db, PlanGuard plans,
        AuditTrail audit, IOptions<InvitationOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await rights.LockAsync(Permissions.MembersManage, ct) is not var (workspace, caller))
        {
            return WorkspaceProblems.NotFound();
        }

        Guid[]? accounts = request.AccountIds is { } ids ? [.. ids.Distinct()] : null;
        var (role, _, problem) = await rights.ResolveAsync(caller, request.Role, accounts, ct);
        problem ??= await RefusalAsync(db, workspace.Id, User.KeyOf(request.Email), options.Value.MaxPerDay, now, ct)
            ?? await plans.CheckAsync(
                PlanLimit.Members, caller.Tier, workspace.Id,
                async c => await db.CountMembersAsync(workspace.Id, c) + await db.CountPendingAsync(workspace.Id, now, c), ct);
        if (problem is not null)
        {
            return problem;
        }

        var invitation = Invitation.Create(workspace.Id, request.Email, role, accounts, user.Id, now);
        await mail.AddAsync(invitation, workspace, user.Id, ct);
        db.Add(invitation);
        audit.Add("member.invited", AuditTarget.Of("invitation", invitation.Id), null, new { role = role.Key, accountIds = accounts });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Created(
            $"/api/v1/workspaces/{workspace.Id}/invitations/{invitation.Id}", InvitationResponse.From(invitation, now));
    }

    private static async Task<ProblemHttpResult?> RefusalAsync(
        IdentityDbContext db, Guid workspaceId, string emailKey, int maxPerDay, DateTimeOffset now, CancellationToken ct)
    {
        if (await MemberRow.Of(db, workspaceId).AnyAsync(row => row.User.EmailKey == emailKey, ct))
        {
            return InvitationProblems.AlreadyMember();
        }

        var open = await db.Invitations.SingleOrDefaultAsync(
            known => known.WorkspaceId == workspaceId && known.EmailKey == emailKey && known.AcceptedAt == null && known.RevokedAt == null, ct);
        if (open is not null && open.ExpiresAt > now)
        {
            return InvitationProblems.AlreadyInvited();
        }

        var today = await db.Invitations.CountAsync(known => known.WorkspaceId == workspaceId && known.CreatedAt > now.AddDays(-1), ct);
        if (today >= maxPerDay)
        {
            return InvitationProblems.TooManyToday();
        }

        if (open is not null)
        {
            // Its time is over: it makes room for the new one, and must be gone before the unique index sees that.
            open.Revoke(now);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
