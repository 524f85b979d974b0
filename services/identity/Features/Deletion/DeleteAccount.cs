using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Profile;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Deletion;

internal static class DeleteAccount
{
    private const int NamesInMessage = 5;

    public static void Map(RouteGroupBuilder group) => group.MapDelete("", HandleAsync).WithName(nameof(DeleteAccount)).RequireRecentLogin()
        .WithSummary("Closes the account at once; everything is erased after a period of grace, until when it can be restored.")
        .WithDescription("Workspaces that nobody else is in go with it. One with other members needs another owner first: 409 `USER_004`. All sessions end, and a mail tells of the date.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Accepted<DeletionResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, SoleWorkspaces workspaces, DeletionNotice notice, SessionService sessions, AuditTrail audit,
        HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await db.LockUserAsync(current.Id, ct) is not { DeletedAt: null } user)
        {
            return GetProfile.Gone();
        }

        var (empty, orphaned) = await workspaces.FindAsync(user.Id, ct);
        if (orphaned.Count > 0)
        {
            return LastOwner(orphaned);
        }

        var now = clock.GetUtcNow();
        user.Delete(now);
        foreach (var workspace in empty)
        {
            workspace.Delete(now);
            audit.Add("workspace.deleted", AuditTarget.Of("workspace", workspace.Id), AuditActors.User(user.Id), workspace.Id);
        }

        var erasedAfter = notice.Add(user, now);
        audit.Add("user.deletion_requested", AuditTarget.Of("user", user.Id), after: new { erasedAfter });
        await sessions.EndAllAsync(user.Id, except: null, SessionEnd.AccountDeleted, ct);
        await work.CommitAsync(ct);
        RefreshCookie.Clear(response);
        return TypedResults.Accepted((string?)null, new DeletionResponse(erasedAfter));
    }

    private static ProblemHttpResult LastOwner(List<Workspace> orphaned) => Problems.Conflict(
        ProfileErrors.LastOwner,
        "You are the only owner of workspaces that others are in. Make another member an owner, or delete the workspace, first: "
        + string.Join(", ", orphaned.Take(NamesInMessage).Select(workspace => workspace.Name)) + (orphaned.Count > NamesInMessage ? ", …" : ""));
}
