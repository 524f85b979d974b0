using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Auth;

internal static class Logout
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/logout", HandleAsync).WithName(nameof(Logout))
        .WithSummary("Ends this session: its tokens are good no longer.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<NoContent> HandleAsync(
        CurrentUser user, SessionService sessions, AuditTrail audit, IdentityDbContext db, CancellationToken ct)
    {
        audit.Add("user.logged_out", AuditTarget.Of("session", user.SessionId));
        await db.SaveChangesAsync(ct);
        await sessions.EndAsync(user.SessionId, SessionEnd.Logout, ct);
        return TypedResults.NoContent();
    }
}
