using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.ApiKeys;

internal static class ListApiKeys
{
    private static readonly Dictionary<string, Expression<Func<ApiKey, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["name"] = key => key.Name,
        ["createdAt"] = key => key.CreatedAt,
        ["lastUsedAt"] = key => key.LastUsedAt,
        ["expiresAt"] = key => key.ExpiresAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListApiKeys))
        .WithSummary("The workspace's API keys, revoked and expired ones too; sort by name, createdAt, lastUsedAt or expiresAt.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<PagedResponse<ApiKeyResponse>>> HandleAsync(
        CurrentWorkspace workspace, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var keys = db.ApiKeys.AsNoTracking().Where(key => key.WorkspaceId == workspace.Id)
            .SortBy(page, SortFields, "-createdAt").ThenBy(key => key.Id)
            .Select(key => new ApiKeyResponse(
                key.Id, key.Name, key.Prefix, key.Scopes, key.AccountIds, key.CreatedBy, key.CreatedAt, key.LastUsedAt, key.ExpiresAt, key.RevokedAt));
        return TypedResults.Ok(await keys.ToPagedResponseAsync(page, request, ct));
    }
}
