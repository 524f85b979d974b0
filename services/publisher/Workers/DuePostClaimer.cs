using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher.Workers;

/// <summary>Takes posts that are due and hands them to instagram; the new state and the command commit together.</summary>
/// <remarks>Rows that another instance is claiming are skipped, so that each post is handed over once, whatever the number of instances.</remarks>
internal sealed class DuePostClaimer(
    PublisherDbContext db, IEventOutbox outbox, AuditTrail audit, IObjectStore store, IOptions<PublisherOptions> options, TimeProvider clock)
{
    private static readonly PostError Disconnected = new("IG_003", "The Instagram account is no longer connected. Connect it again and schedule the post anew.");

    /// <summary>How many posts were claimed.</summary>
    public async Task<int> ClaimAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var posts = await db.ScheduledPosts.FromSql(
            $"""
            SELECT * FROM publisher.scheduled_posts
            WHERE status = 'scheduled' AND scheduled_time <= {now}
            ORDER BY scheduled_time
            LIMIT {options.Value.ClaimBatch}
            FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        if (posts.Count == 0) return 0;

        var active = await ActiveAccountsAsync(posts, ct);
        foreach (var post in posts)
            HandOver(post, active.Contains((post.WorkspaceId, post.AccountId)), now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return posts.Count;
    }

    /// <summary>When the next post is due, or null when none is planned.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) =>
        db.ScheduledPosts.Where(post => post.Status == PostStatus.Scheduled).MinAsync(post => (DateTimeOffset?)post.ScheduledTime, ct);

    private void HandOver(ScheduledPost post, bool accountIsActive, DateTimeOffset now)
    {
        post.StartPublishing(now);
        if (accountIsActive)
        {
            var url = store.SignGetUrl(post.MediaKeys[0], options.Value.DeliveryUrlLifetime);
            outbox.Add(PostEvents.PublishRequested(post, url, now));
        }
        else if (post.TryMarkFailed(Disconnected, now))
        {
            outbox.Add(PostEvents.Failed(post, now));
            audit.AddPublishFailure(post);
        }
    }

    private async Task<HashSet<(Guid Workspace, Guid Account)>> ActiveAccountsAsync(List<ScheduledPost> posts, CancellationToken ct)
    {
        var ids = posts.Select(post => post.AccountId).Distinct().ToList();
        var accounts = await db.ClientAccounts.AsNoTracking().Where(account => ids.Contains(account.Id) && account.IsActive)
            .Select(account => new { account.WorkspaceId, account.Id }).ToListAsync(ct);
        return [.. accounts.Select(account => (account.WorkspaceId, account.Id))];
    }
}
