using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Appends to the chains. One writer a chain at a time, over all instances; what is there already is left out.</summary>
internal sealed partial class AuditLedger(IdentityDbContext db, AuditSeal seal, TimeProvider clock, ILogger<AuditLedger> logger)
{
    public async Task AppendAsync(IEnumerable<AuditEntryRecorded> recorded, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // In one order everywhere: two batches that meet in two chains do not wait for each other.
        foreach (var chain in recorded.DistinctBy(entry => entry.EntryId).GroupBy(entry => entry.WorkspaceId ?? AuditChain.Platform).OrderBy(chain => chain.Key))
        {
            await AppendAsync(chain.Key, [.. chain.OrderBy(entry => entry.OccurredAt)], ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task AppendAsync(Guid chainId, IReadOnlyList<AuditEntryRecorded> recorded, CancellationToken ct)
    {
        await LockAsync(chainId, ct);
        var ids = recorded.Select(entry => entry.EntryId).ToList();
        var known = await db.AuditEntries.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Id).ToHashSetAsync(ct);
        var head = await HeadAsync(chainId, ct);
        var now = clock.GetUtcNow();
        var added = recorded.Where(item => !known.Contains(item.EntryId)).ToList();
        foreach (var item in added)
        {
            var entry = AuditEntry.Append(head, item, now);
            db.Add(entry);
            head = AuditHead.Of(entry);
        }

        if (added.Count > 0)
        {
            db.Add(seal.Anchor(head, now));
            LogHead(head);
        }
    }

    // Held until the commit; the next one to hold it then reads a head that is final.
    private async Task LockAsync(Guid chainId, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"audit:" + chainId.ToString("N")}, 0))", ct);

    private async Task<AuditHead> HeadAsync(Guid chainId, CancellationToken ct) =>
        await db.AuditEntries.Where(entry => entry.ChainId == chainId).OrderByDescending(entry => entry.Sequence)
            .Select(entry => new AuditHead(entry.ChainId, entry.Sequence, entry.Hash)).FirstOrDefaultAsync(ct) ?? AuditHead.Before(chainId);

    // Logs leave the machine: whoever rolls back both tables does not reach this.
    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log has grown to {Head}")]
    private partial void LogHead(AuditHead head);
}
