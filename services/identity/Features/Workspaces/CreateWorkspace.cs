using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Idempotency;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class CreateWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", HandleAsync).WithName(nameof(CreateWorkspace)).RequireUserSession()
        .WithIdempotency<IdentityDbContext>()
        .WithSummary("Makes a workspace that the user owns; switch to it to work in it. 403 PLAN_WORKSPACES beyond what the plan allows.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);

    internal static async Task<Results<Created<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        WorkspaceNameRequest request, CurrentUser current, IdentityDbContext db, PlanGuard plans, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        var user = await db.Users.SingleAsync(user => user.Id == current.Id, ct);
        var now = clock.GetUtcNow();
        var workspace = Workspace.Create(request.Name, user.Id, now);
        var access = MemberAccess.OfOwner(workspace.Id, user);
        if (await plans.CheckOwnedAsync(db, user, ct) is { } full)
        {
            return full;
        }

        db.AddRange(workspace, WorkspaceMember.Join(workspace.Id, user.Id, Roles.Owner, now));
        audit.Add("workspace.created", AuditTarget.Of("workspace", workspace.Id), AuditActors.User(user.Id), workspace.Id);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/workspaces/{workspace.Id}", WorkspaceResponse.From(workspace, access.Role, null, access.Plan));
    }
}
