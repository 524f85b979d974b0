using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>A browser that is not asked for the second factor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserAgent">What it called itself when it was remembered.</param>
/// <param name="Address">Its network address then.</param>
/// <param name="Current">Whether this request comes from it.</param>
/// <param name="CreatedAt">When it was remembered, UTC.</param>
/// <param name="LastUsedAt">When it last stood in for a second factor, UTC.</param>
/// <param name="ExpiresAt">From when on it is asked again, UTC.</param>
public sealed record DeviceResponse(
    Guid Id, string? UserAgent, string? Address, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);

internal static class ListDevices
{
    private static readonly Dictionary<string, Expression<Func<RememberedDevice, object?>>> SortFields = new()
    {
        ["createdAt"] = device => device.CreatedAt,
        ["lastUsedAt"] = device => device.LastUsedAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/devices", HandleAsync).WithName(nameof(ListDevices))
        .WithSummary("The browsers that are not asked for the second factor; sort by createdAt or lastUsedAt.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Results<Ok<PagedResponse<DeviceResponse>>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, PageQuery page, HttpRequest request, IdentityDbContext db, RememberedDevices devices, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        var own = DeviceCookie.Read(request.HttpContext) is { } token ? RememberedDevice.HashOf(token) : [];
        var rows = devices.Live(user).AsNoTracking().SortBy(page, SortFields, "-lastUsedAt").ThenBy(device => device.Id)
            .Select(device => new DeviceResponse(
                device.Id, device.UserAgent, device.Address, device.TokenHash == own, device.CreatedAt, device.LastUsedAt, device.ExpiresAt));
        return TypedResults.Ok(await rows.ToPagedResponseAsync(page, request, ct));
    }
}
