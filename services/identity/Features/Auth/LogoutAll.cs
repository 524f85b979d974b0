using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Auth;

internal static class LogoutAll
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/logout-all", HandleAsync).WithName(nameof(LogoutAll))
        .WithSummary("Ends all of the user's sessions, this one too.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<NoContent> HandleAsync(
        CurrentUser user, SessionService sessions, AuditTrail audit, HttpResponse response, CancellationToken ct)
    {
        audit.Add("user.logged_out", AuditTarget.Of("user", user.Id));
        await sessions.EndAllAsync(user.Id, except: null, SessionEnd.Logout, ct);
        RefreshCookie.Clear(response);
        return TypedResults.NoContent();
    }
}
