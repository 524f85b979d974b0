using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>The session in its new workspace; the refresh token stays as it is.</summary>
/// <param name="AccessToken">JWT (ES256) for the <c>Authorization</c> header, in place of the one before.</param>
/// <param name="ExpiresIn">Its life in seconds.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="Workspace">Where the session is now.</param>
public sealed record SwitchResponse(string AccessToken, int ExpiresIn, string TokenType, WorkspaceResponse Workspace);

internal static class SwitchWorkspace
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{workspaceId:guid}/switch", HandleAsync).WithName(nameof(SwitchWorkspace))
        .RequireUserSession().WithSummary("Moves the session to another workspace of the user, which later refreshes keep to.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<SwitchResponse>, ProblemHttpResult>> HandleAsync(
        Guid workspaceId, CurrentUser current, HttpResponse response, IdentityDbContext db, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        await using var work = await UnitOfWork.BeginAsync(db, ct);

        // The session first: rights that change after this read make the token, which carries the older version, stale.
        if (await db.LockSessionAsync(current.SessionId, ct) is not { } session)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The session has ended; log in again.");
        }

        var row = await WorkspaceRow.Of(db, current.Id).AsNoTracking().SingleOrDefaultAsync(row => row.Workspace.Id == workspaceId, ct);
        if (row is null || await db.FindAccessAsync(workspaceId, current.Id, ct) is not { } access)
        {
            return WorkspaceProblems.NotFound();
        }

        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == current.Id, ct);
        var before = session.WorkspaceId;
        session.MoveTo(workspaceId);
        audit.Add(
            "workspace.switched", AuditTarget.Of("session", session.Id), AuditActors.User(user.Id), workspaceId, new { workspaceId = before },
            new { workspaceId });
        var token = await sessions.IssueAccessAsync(user, session, access, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Ok(new SwitchResponse(token, sessions.ExpiresIn, "Bearer", row.ToResponse()));
    }
}
