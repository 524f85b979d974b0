using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Features.Admin;

internal static class GetUser
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/users/{id:guid}", HandleAsync).WithName("GetUserAsAdmin")
        .WithSummary("One user with workspaces, sessions and last login.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<AdminUserDetails>, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct);
        if (user is null)
        {
            return AdminProblems.NotFound();
        }

        var now = clock.GetUtcNow();
        var workspaces = await (
            from member in db.WorkspaceMembers
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            where member.UserId == id && workspace.DeletedAt == null
            orderby member.CreatedAt
            select new AdminWorkspaceResponse(workspace.Id, workspace.Name, member.Role, workspace.OwnerId == id)).ToListAsync(ct);
        var sessions = db.Sessions.Where(session => session.UserId == id);
        var active = await sessions.CountAsync(session => session.EndedAt == null && session.ExpiresAt > now, ct);
        var login = await sessions.MaxAsync(session => (DateTimeOffset?)session.CreatedAt, ct);
        var seen = await sessions.MaxAsync(session => (DateTimeOffset?)session.LastSeenAt, ct);
        return TypedResults.Ok(new AdminUserDetails(AdminUserResponse.From(user), workspaces, active, login, seen));
    }
}
