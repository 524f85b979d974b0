using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Invitations;

internal static class AcceptInvitation
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/accept", HandleAsync).WithName(nameof(AcceptInvitation)).RequireUserSession()
        .WithSummary("Joins the workspace as the user signed in, whose address must be the one invited. Switch to it to work in it.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        InvitationTokenRequest request, CurrentUser current, InvitationTokens tokens, IdentityDbContext db, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        var (invitation, problem) = await tokens.FindAsync(request.Token, ct);
        if (invitation is null)
        {
            return problem!;
        }

        var user = await db.Users.SingleAsync(user => user.Id == current.Id, ct);
        if (user.EmailKey != invitation.EmailKey)
        {
            return InvitationProblems.OtherAddress();
        }

        var (access, refusal) = await tokens.JoinAsync(invitation, user.Id, ct);
        if (access is null)
        {
            return refusal!;
        }

        if (!user.EmailVerified)
        {
            // The link was in a mail to this address.
            user.VerifyEmail(clock.GetUtcNow());
        }

        audit.Add(
            "member.joined", AuditTarget.Of("member", user.Id), AuditActors.User(user.Id), access.WorkspaceId, null,
            new { role = access.Role.Key, invitationId = invitation.Id });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        var row = await WorkspaceRow.Of(db, user.Id).AsNoTracking().SingleAsync(row => row.Workspace.Id == access.WorkspaceId, ct);
        return TypedResults.Ok(row.ToResponse());
    }
}
