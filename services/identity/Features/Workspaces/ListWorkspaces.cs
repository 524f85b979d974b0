using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class ListWorkspaces
{
    private static readonly Dictionary<string, Expression<Func<Row, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["name"] = row => row.Workspace.Name,
        ["createdAt"] = row => row.Workspace.CreatedAt,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", HandleAsync).WithName(nameof(ListWorkspaces)).RequirePermission(Permissions.WorkspacesRead)
            .WithSummary("The workspaces that the user belongs to; sort by name or createdAt.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Ok<PagedResponse<WorkspaceResponse>>> HandleAsync(
        CurrentUser user, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var rows =
            from member in db.WorkspaceMembers.AsNoTracking()
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            where member.UserId == user.Id
            select new Row { Workspace = workspace, Role = member.Role };
        var workspaces = rows.SortBy(page, SortFields, "createdAt").ThenBy(row => row.Workspace.Id)
            .Select(row => new WorkspaceResponse(row.Workspace.Id, row.Workspace.Name, row.Role, row.Workspace.CreatedAt));
        return TypedResults.Ok(await workspaces.ToPagedResponseAsync(page, request, ct));
    }

    private sealed class Row
    {
        public required Workspace Workspace { get; init; }

        public required string Role { get; init; }
    }
}
