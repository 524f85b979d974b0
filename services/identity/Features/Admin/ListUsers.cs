using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Admin;

internal static partial class ListUsers
{
    private const string Escape = @"\";

    private static readonly Dictionary<string, Expression<Func<User, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["createdAt"] = user => user.CreatedAt,
        ["email"] = user => user.EmailKey,
        ["name"] = user => user.Name,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/users", HandleAsync).WithName(nameof(ListUsers))
        .WithSummary(
            "All users of the installation: `search` in address and name, `filter[tier]`, `filter[status]` (active, disabled, deleted, admin), "
            + "sort by createdAt, email or name.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<PagedResponse<AdminUserResponse>>> HandleAsync(
        PageQuery page, IdentityDbContext db, HttpRequest request, CancellationToken ct)
    {
        var users = ByTier(ByStatus(db.Users.AsNoTracking(), page.Filter("status")), page.Filter("tier"));
        if (page.Search is { } text)
        {
            // PostgreSQL refuses to look for a zero character.
            var pattern = $"%{Special().Replace(text.Replace("\0", "", StringComparison.Ordinal), @"\$0")}%";
            users = users.Where(user => EF.Functions.ILike(user.Email, pattern, Escape) || EF.Functions.ILike(user.Name, pattern, Escape));
        }

        var found = await users.SortBy(page, SortFields, "-createdAt").ThenBy(user => user.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<AdminUserResponse>([.. found.Data.Select(AdminUserResponse.From)], found.Meta, found.Links));
    }

    private static IQueryable<User> ByStatus(IQueryable<User> users, string? status) => status switch
    {
        null => users,
        AdminUserResponse.Active => users.Where(user => user.DeletedAt == null && user.DisabledAt == null),
        AdminUserResponse.Disabled => users.Where(user => user.DeletedAt == null && user.DisabledAt != null),
        AdminUserResponse.Deleted => users.Where(user => user.DeletedAt != null),
        "admin" => users.Where(user => user.IsPlatformAdmin),
        _ => throw new InvalidRequestException("filter[status]", "must be active, disabled, deleted or admin"),
    };

    private static IQueryable<User> ByTier(IQueryable<User> users, string? text) =>
        text is null ? users
        : AdminTiers.TryParse(text, out var tier) ? users.Where(user => user.SubscriptionTier == tier)
        : throw new InvalidRequestException("filter[tier]", $"must be one of {AdminTiers.Names}");

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special();
}
