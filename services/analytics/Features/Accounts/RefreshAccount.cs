using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features.Accounts;

/// <summary>Asks for a fresh collection.</summary>
/// <param name="AccountId">The client account.</param>
public sealed record RefreshAccountRequest([property: Required] Guid? AccountId);

internal static class RefreshAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/refresh", HandleAsync).WithName(nameof(RefreshAccount)).WithSummary("Collect the figures of an account now")
            .WithDescription("Once a minute an account; the figures arrive in the background.")
            .RequirePermission(Permissions.AnalyticsRefresh)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<Accepted, ProblemHttpResult>> HandleAsync(
        RefreshAccountRequest request, CurrentWorkspace workspace, AnalyticsDbContext db, InsightRequests requests,
        IOptions<AnalyticsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var (id, now) = (request.AccountId!.Value, clock.GetUtcNow());
        var free = now - options.Value.RefreshInterval;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The row is the limiter: of two users who ask at once, one is counted, on whatever instance.
        var granted = await db.ClientAccounts.Within(workspace.Accounts, a => a.Id)
            .Where(a => a.Id == id && a.WorkspaceId == workspace.Id && a.IsActive && (a.RefreshedAt == null || a.RefreshedAt <= free))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RefreshedAt, now), ct);
        if (granted == 0) return await RefusalAsync(db, workspace, id, options.Value.RefreshInterval, now, ct);

        await requests.AddWithRecentPostsAsync(workspace.Id, id, clock.Today(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Accepted($"/api/v1/analytics/accounts/{id}/snapshots");
    }

    private static async Task<ProblemHttpResult> RefusalAsync(
        AnalyticsDbContext db, CurrentWorkspace workspace, Guid id, TimeSpan interval, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.ClientAccounts.AsNoTracking().Within(workspace.Accounts, a => a.Id)
            .SingleOrDefaultAsync(a => a.Id == id && a.WorkspaceId == workspace.Id, ct);
        if (account is null) return AccountProblems.NotFound();
        if (!account.IsActive)
            return Problems.BadRequest("IG_003", "The Instagram account is not connected", new FieldError("accountId", "The Instagram account is not connected."));
        var wait = (account.RefreshedAt ?? now) + interval - now;
        return Problems.TooManyRequests("ANALYTICS_001", "This account was refreshed a moment ago", wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1));
    }
}
