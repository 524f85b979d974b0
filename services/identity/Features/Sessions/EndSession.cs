using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Sessions;

internal static class EndSession
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/{id:guid}", HandleAsync).WithName(nameof(EndSession))
        .WithSummary("Ends one of the user's sessions: that device is logged out.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser user, IdentityDbContext db, SessionService sessions, AuditTrail audit, HttpResponse response,
        CancellationToken ct)
    {
        if (!await db.Sessions.AnyAsync(session => session.Id == id && session.UserId == user.Id && session.EndedAt == null, ct))
        {
            return Problems.NotFound(SessionErrors.NotFound, "There is no such session, or it has ended already.");
        }

        audit.Add("session.ended", AuditTarget.Of("session", id));
        await sessions.EndAsync(id, SessionEnd.EndedByUser, ct);
        if (id == user.SessionId)
        {
            RefreshCookie.Clear(response);
        }

        return TypedResults.NoContent();
    }
}
