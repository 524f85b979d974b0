using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Analytics.Features.Summary;

/// <summary>Adds up in the database; a sum over nothing but unknown figures stays unknown.</summary>
internal sealed class SummaryQuery(AnalyticsDbContext db, CurrentWorkspace workspace, Guid? accountId)
{
    public async Task<SummaryRange> ReadAsync(DayRange range, CancellationToken ct)
    {
        var snapshots = db.AccountSnapshots.AsNoTracking().Where(snapshot =>
            snapshot.WorkspaceId == workspace.Id && snapshot.Day >= range.From && snapshot.Day <= range.To
            && (accountId == null || snapshot.AccountId == accountId)).Within(workspace.Accounts, snapshot => snapshot.AccountId);
        var sums = await snapshots.GroupBy(_ => 1).Select(all => new
        {
            Reach = all.Count(s => s.Reach != null) == 0 ? null : all.Sum(s => s.Reach),
            Views = all.Count(s => s.Views != null) == 0 ? null : all.Sum(s => s.Views),
            Interactions = all.Count(s => s.Interactions != null) == 0 ? null : all.Sum(s => s.Interactions),
        }).SingleOrDefaultAsync(ct);
        var followers = await snapshots.Where(snapshot => snapshot.Followers != null).GroupBy(snapshot => snapshot.AccountId)
            .Select(account => account.OrderByDescending(snapshot => snapshot.Day).First().Followers).ToListAsync(ct);
        var posts = await CountPostsAsync(range, ct);
        return new SummaryRange(
            range.From, range.To, followers.Count == 0 ? null : followers.Sum(), sums?.Reach, sums?.Views, sums?.Interactions,
            posts.GetValueOrDefault(PostOutcome.Published), posts.GetValueOrDefault(PostOutcome.Failed));
    }

    private Task<Dictionary<PostOutcome, int>> CountPostsAsync(DayRange range, CancellationToken ct)
    {
        var (start, end) = (range.From.StartUtc(), range.To.AddDays(1).StartUtc());
        return db.TrackedPosts
            .Where(post => post.WorkspaceId == workspace.Id && post.EndedAt >= start && post.EndedAt < end && (accountId == null || post.AccountId == accountId))
            .Within(workspace.Accounts, post => post.AccountId).GroupBy(post => post.Outcome)
            .ToDictionaryAsync(outcome => outcome.Key, outcome => outcome.Count(), ct);
    }
}
