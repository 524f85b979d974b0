using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Auth;

internal static class Logout
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/logout", HandleAsync).WithName(nameof(Logout))
        .WithSummary("Ends this session: its tokens are good no longer.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<NoContent> HandleAsync(CurrentUser user, SessionService sessions, CancellationToken ct)
    {
        await sessions.EndAsync(user.SessionId, SessionEnd.Logout, ct);
        return TypedResults.NoContent();
    }
}
