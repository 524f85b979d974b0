using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Members;

internal static class ListMembers
{
    private const string Escape = @"\";

    private static readonly Dictionary<string, Expression<Func<MemberRow, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["name"] = row => row.User.Name,
        ["email"] = row => row.User.EmailKey,
        ["role"] = row => row.CustomRole ?? row.Member.Role,
        ["joinedAt"] = row => row.Member.CreatedAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListMembers))
        .RequirePermission(Permissions.WorkspacesRead)
        .WithSummary("The members; sort by name, email, role or joinedAt, filter[role], search in name and address.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<PagedResponse<MemberResponse>>> HandleAsync(
        CurrentWorkspace workspace, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var rows = MemberRow.Of(db, workspace.Id).AsNoTracking();
        if (page.Filter("role") is { } key)
        {
            var role = RoleRef.Parse(key) ?? throw new InvalidRequestException("filter[role]", "must be a built-in role or the id of a custom role");
            rows = rows.Where(row => row.Member.Role == role.Name && row.Member.RoleId == role.Id);
        }

        if (page.Search is { } search)
        {
            var pattern = Pattern(search);
            rows = rows.Where(row => EF.Functions.ILike(row.User.Name, pattern, Escape) || EF.Functions.ILike(row.User.Email, pattern, Escape));
        }

        var members = await rows.SortBy(page, SortFields, "name").ThenBy(row => row.User.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<MemberResponse>([.. members.Data.Select(row => row.ToResponse())], members.Meta, members.Links));
    }

    // PostgreSQL refuses to look for a zero character; nothing contains one.
    private static string Pattern(string search) =>
        $"%{search.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace('\0', ' ')}%";
}
