using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Options;
using SocialSelling.Contracts.Instagram;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Analytics.Data;

/// <summary>Asks instagram for insights, within the caller's unit of work.</summary>
internal sealed class InsightRequests(AnalyticsDbContext db, IEventOutbox outbox, IOptions<AnalyticsOptions> options, TimeProvider clock)
{
    /// <summary>The account's figures of a day and the lifetime figures of its newest posts.</summary>
    public async Task AddWithRecentPostsAsync(Guid workspaceId, Guid accountId, DateOnly day, CancellationToken ct)
    {
        var media = await db.TrackedPosts
            .Where(post => post.AccountId == accountId && post.WorkspaceId == workspaceId && post.Outcome == PostOutcome.Published)
            .OrderByDescending(post => post.EndedAt)
            .Select(post => post.PlatformMediaId!)
            .Take(options.Value.RecentPosts)
            .ToListAsync(ct);
        Add(workspaceId, accountId, day, media);
    }

    public void Add(Guid workspaceId, Guid accountId, DateOnly day, IReadOnlyList<string> platformMediaIds) =>
        outbox.Add(new CollectInstagramInsightsRequested
        {
            WorkspaceId = workspaceId,
            AccountId = accountId,
            Day = day,
            PlatformMediaIds = platformMediaIds,
            OccurredAt = clock.GetUtcNow(),
        });
}
