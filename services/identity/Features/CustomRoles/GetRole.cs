using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.CustomRoles;

internal static class GetRole
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{roleId}", HandleAsync).WithName(nameof(GetRole))
        .RequirePermission(Permissions.WorkspacesRead).WithSummary("One role: a built-in one by its name, a custom one by its id.");

    internal static async Task<Results<Ok<RoleResponse>, ProblemHttpResult>> HandleAsync(
        string roleId, CurrentWorkspace workspace, IdentityDbContext db, CancellationToken ct)
    {
        if (RoleRef.Parse(roleId) is not { } role)
        {
            return WorkspaceProblems.RoleNotFound();
        }

        var members = await db.WorkspaceMembers.CountAsync(
            member => member.WorkspaceId == workspace.Id && member.Role == role.Name && member.RoleId == role.Id, ct);
        if (role.Id is not { } id)
        {
            return TypedResults.Ok(RoleResponse.OfBuiltIn(role.Name, members));
        }

        return await db.CustomRoles.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.WorkspaceId == workspace.Id, ct) is { } custom
            ? TypedResults.Ok(RoleResponse.From(custom, members))
            : WorkspaceProblems.RoleNotFound();
    }
}
