using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class ListPasskeys
{
    private static readonly Dictionary<string, Expression<Func<Passkey, object?>>> SortFields = new()
    {
        ["name"] = passkey => passkey.Name,
        ["createdAt"] = passkey => passkey.CreatedAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListPasskeys))
        .WithSummary("The user's passkeys; sort by name or createdAt.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Ok<PagedResponse<PasskeyResponse>>> HandleAsync(
        CurrentUser user, PageQuery page, HttpRequest request, IdentityDbContext db, CancellationToken ct)
    {
        var rows = db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == user.Id)
            .SortBy(page, SortFields, "createdAt").ThenBy(passkey => passkey.Id).Select(PasskeyResponse.Projection);
        return TypedResults.Ok(await rows.ToPagedResponseAsync(page, request, ct));
    }
}
