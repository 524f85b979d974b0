using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Admin;

internal static class SignOutUser
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/users/{id:guid}/sign-out", HandleAsync).WithName(nameof(SignOutUser)).RequireRecentLogin()
        .WithSummary("Ends all sessions of a user, at once.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser current, IdentityDbContext db, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(user => user.Id == id, ct))
        {
            return AdminProblems.NotFound();
        }

        audit.Add("session.ended", AuditTarget.Of("user", id), AuditActors.User(current.Id), workspaceId: null, after: new { sessions = "all" });
        await sessions.SaveAndRenewTokensAsync([id], ct);
        await sessions.EndAllAsync(id, except: null, SessionEnd.EndedByAdmin, ct);
        return TypedResults.NoContent();
    }
}
