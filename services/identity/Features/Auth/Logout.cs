using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

internal static class Logout
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/logout", HandleAsync).WithName(nameof(Logout)).AllowAnonymous()
        .WithSummary("Ends this session: its tokens are good no longer.")
        .WithDescription("The session of the access token; a browser whose access token has expired may send the refresh cookie and the header `X-CSRF-Token` instead.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult, ChallengeHttpResult>> HandleAsync(
        HttpContext http, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            return await EndAsync(http, sessions, audit, ct);
        }

        if (RefreshCookie.Read(http.Request) is not { } cookie)
        {
            return TypedResults.Challenge();
        }

        if (!RefreshCookie.IsConfirmed(http.Request, cookie))
        {
            return Refresh.CsrfMismatch();
        }

        // Whether or not it still opened anything, the browser is to forget it.
        if (await sessions.FindByRefreshTokenAsync(cookie, ct) is { } session)
        {
            audit.Add("user.logged_out", AuditTarget.Of("session", session.Id), AuditActors.User(session.UserId), session.WorkspaceId);
            await sessions.EndAsync(session.Id, SessionEnd.Logout, ct);
        }

        RefreshCookie.Clear(http.Response);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult, ChallengeHttpResult>> EndAsync(
        HttpContext http, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        if (!IsPerson(http.User))
        {
            return Problems.Forbidden(ErrorCodes.Forbidden, "Only a person's session can be logged out.");
        }

        var session = CurrentUser.From(http.User).SessionId;
        audit.Add("user.logged_out", AuditTarget.Of("session", session));
        if (!await sessions.EndAsync(session, SessionEnd.Logout, ct))
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The session has ended already.");
        }

        RefreshCookie.Clear(http.Response);
        return TypedResults.NoContent();
    }

    private static bool IsPerson(ClaimsPrincipal user) =>
        user.HasClaim(static claim => claim.Type == TokenClaims.SessionId) && !user.HasClaim(static claim => claim.Type == TokenClaims.ApiKey);
}
