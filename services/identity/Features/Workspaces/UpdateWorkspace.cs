using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class UpdateWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("/", HandleAsync).WithName(nameof(UpdateWorkspace)).RequireUserSession()
        .RequirePermission(Permissions.WorkspacesUpdate).WithSummary("Renames the workspace.").ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<Ok<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        WorkspaceNameRequest request, CurrentWorkspace current, CurrentUser user, IdentityDbContext db, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        var row = await WorkspaceRow.Of(db, user.Id).SingleOrDefaultAsync(
            row => row.Workspace.Id == current.Id && row.Workspace.DeletedAt == null, ct);
        if (row is null)
        {
            return WorkspaceProblems.NotFound();
        }

        var before = new { name = row.Workspace.Name };
        row.Workspace.Rename(request.Name, clock.GetUtcNow());
        audit.Add("workspace.updated", AuditTarget.Of("workspace", current.Id), before, new { name = request.Name });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(row.ToResponse());
    }
}
