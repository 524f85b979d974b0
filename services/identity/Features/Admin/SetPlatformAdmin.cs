using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Admin;

internal static class SetPlatformAdmin
{
    private const string Path = "/users/{id:guid}/platform-admin";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPut(Path, GrantAsync).WithName("GrantPlatformAdmin").RequireRecentLogin()
            .WithSummary("Makes a user an administrator of the platform. A repeat changes nothing.").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete(Path, WithdrawAsync).WithName("WithdrawPlatformAdmin").RequireRecentLogin()
            .WithSummary("Makes an administrator of the platform an ordinary user again; not oneself, and not the last one.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    internal static Task<Results<NoContent, ProblemHttpResult>> GrantAsync(
        Guid id, CurrentUser current, IdentityDbContext db, AdminRights rights, SessionService sessions, AuditTrail audit, TimeProvider clock, CancellationToken ct) =>
        SetAsync(id, true, current, db, rights, sessions, audit, clock, ct);

    internal static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        Guid id, CurrentUser current, IdentityDbContext db, AdminRights rights, SessionService sessions, AuditTrail audit, TimeProvider clock, CancellationToken ct) =>
        id == current.Id ? AdminProblems.NotOneself() : await SetAsync(id, false, current, db, rights, sessions, audit, clock, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(
        Guid id, bool admin, CurrentUser current, IdentityDbContext db, AdminRights rights, SessionService sessions, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        await rights.LockAsync(ct);
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return AdminProblems.NotFound();
        }

        if (user.IsPlatformAdmin == admin)
        {
            return TypedResults.NoContent();
        }

        if (!admin && await rights.IsLastAsync(user, ct))
        {
            return AdminProblems.TheLastOne();
        }

        user.SetPlatformAdmin(admin, clock.GetUtcNow());
        audit.Add(
            admin ? "user.admin_granted" : "user.admin_withdrawn", AuditTarget.Of("user", id), AuditActors.User(current.Id), workspaceId: null);
        await sessions.SaveAndRenewTokensAsync([id], ct, work.Own);
        return TypedResults.NoContent();
    }
}
