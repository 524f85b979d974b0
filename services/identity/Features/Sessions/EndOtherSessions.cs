using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Sessions;

internal static class EndOtherSessions
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("", HandleAsync).WithName(nameof(EndOtherSessions))
        .WithSummary("Ends all of the user's sessions but this one.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<NoContent> HandleAsync(CurrentUser user, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        audit.Add("session.ended", AuditTarget.Of("user", user.Id), after: new { Kept = user.SessionId });
        await sessions.EndAllAsync(user.Id, except: user.SessionId, SessionEnd.EndedByUser, ct);
        return TypedResults.NoContent();
    }
}
