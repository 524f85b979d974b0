using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class GetWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(GetWorkspace))
        .RequirePermission(Permissions.WorkspacesRead).WithSummary("The workspace of the access token.");

    internal static async Task<Results<Ok<WorkspaceResponse>, ProblemHttpResult>> HandleAsync(
        CurrentWorkspace current, CurrentUser user, IdentityDbContext db, CancellationToken ct)
    {
        var row = await WorkspaceRow.Of(db, user.Id).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Workspace.Id == current.Id && row.Workspace.DeletedAt == null, ct);
        return row is null ? WorkspaceProblems.NotFound() : TypedResults.Ok(row.ToResponse());
    }
}
