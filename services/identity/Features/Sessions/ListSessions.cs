using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Identity.Features.Sessions;

internal static class ListSessions
{
    private static readonly Dictionary<string, Expression<Func<Session, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["createdAt"] = session => session.CreatedAt,
        ["lastSeenAt"] = session => session.LastSeenAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("", HandleAsync).WithName(nameof(ListSessions))
        .WithSummary("Where the user is logged in; sort by lastSeenAt or createdAt.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<Ok<PagedResponse<SessionResponse>>> HandleAsync(
        CurrentUser user, PageQuery page, HttpRequest request, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var current = user.SessionId;
        var sessions = db.Sessions.AsNoTracking()
            .Where(session => session.UserId == user.Id && session.EndedAt == null && session.ExpiresAt > now)
            .SortBy(page, SortFields, "-lastSeenAt").ThenBy(session => session.Id)
            .Select(session => SessionResponse.From(session, current));
        return TypedResults.Ok(await sessions.ToPagedResponseAsync(page, request, ct));
    }
}
