using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Options;

namespace SocialSelling.Analytics.Workers;

/// <summary>Claims accounts whose day has not been collected; the claim and the commands commit together, so that each day is asked for once.</summary>
internal sealed class DailyCollection(AnalyticsDbContext db, InsightRequests requests, IOptions<AnalyticsOptions> options, TimeProvider clock)
{
    /// <summary>How many accounts were claimed.</summary>
    public async Task<int> ClaimAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var runs = await db.CollectionRuns.FromSql(
            $"""
            WITH due AS (
                SELECT id, workspace_id FROM analytics.client_accounts account
                WHERE is_active AND channel = 'instagram' AND NOT EXISTS (
                    SELECT FROM analytics.collection_runs run WHERE run.account_id = account.id AND run.day = {today})
                ORDER BY id
                LIMIT {options.Value.ClaimBatch}
                FOR NO KEY UPDATE SKIP LOCKED)
            INSERT INTO analytics.collection_runs (account_id, day, workspace_id, claimed_at)
            SELECT id, {today}, workspace_id, {now} FROM due
            ON CONFLICT DO NOTHING
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        foreach (var run in runs)
        {
            // Meta's figures of a day are complete only after it has ended: the day before is read again, today for the first time.
            requests.Add(run.WorkspaceId, run.AccountId, today.AddDays(-1), []);
            await requests.AddWithRecentPostsAsync(run.WorkspaceId, run.AccountId, today, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return runs.Count;
    }
}
