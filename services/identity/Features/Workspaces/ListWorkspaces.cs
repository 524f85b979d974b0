using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Workspaces;

internal static class ListWorkspaces
{
    private static readonly Dictionary<string, Expression<Func<WorkspaceRow, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["name"] = row => row.Workspace.Name,
        ["createdAt"] = row => row.Workspace.CreatedAt,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", HandleAsync).WithName(nameof(ListWorkspaces)).RequirePermission(Permissions.WorkspacesRead)
            .WithSummary("The workspaces that the user belongs to; sort by name or createdAt. filter[deleted]=true lists those that can still be restored.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Ok<PagedResponse<WorkspaceResponse>>> HandleAsync(
        CurrentUser user, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var deleted = page.Filter("deleted") switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new InvalidRequestException("filter[deleted]", "must be true or false"),
        };
        var rows = await WorkspaceRow.Of(db, user.Id).AsNoTracking().Where(row => row.Workspace.DeletedAt != null == deleted)
            .SortBy(page, SortFields, "createdAt").ThenBy(row => row.Workspace.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<WorkspaceResponse>([.. rows.Data.Select(row => row.ToResponse())], rows.Meta, rows.Links));
    }
}
