using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Walks a chain from its beginning and stops at the first place that does not hold.</summary>
internal sealed class AuditVerifier(IdentityDbContext db, AuditSeal seal)
{
    private const int PageSize = 1000;

    /// <param name="chainId">The chain.</param>
    /// <param name="known">A head that somebody noted down earlier: the chain must still go through it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AuditVerification> VerifyAsync(Guid chainId, AuditHead? known, CancellationToken ct)
    {
        // Read first: whatever is anchored now was appended before, and must be met on the way.
        var anchored = await db.AuditAnchors.Where(anchor => anchor.ChainId == chainId).MaxAsync(anchor => (long?)anchor.Sequence, ct) ?? 0;
        var head = AuditHead.Before(chainId);
        while (true)
        {
            var page = await PageAsync(head, ct);
            foreach (var entry in page)
            {
                if (Complaint(head, entry) is { } complaint)
                {
                    return AuditVerification.Broken(head, complaint);
                }

                head = AuditHead.Of(entry);
                if (known?.Sequence == head.Sequence && !known.Hash.AsSpan().SequenceEqual(head.Hash))
                {
                    return AuditVerification.Broken(head with { Sequence = head.Sequence - 1 }, "It is not the entry that was noted down: the chain was written anew.");
                }
            }

            if (await AnchorComplaintAsync(page, ct) is { } broken)
            {
                return broken;
            }

            if (page.Count < PageSize)
            {
                return AtEnd(head, Math.Max(anchored, known?.Sequence ?? 0), anchored);
            }
        }
    }

    private Task<List<AuditEntry>> PageAsync(AuditHead head, CancellationToken ct) =>
        db.AuditEntries.AsNoTracking().Where(entry => entry.ChainId == head.ChainId && entry.Sequence > head.Sequence)
            .OrderBy(entry => entry.Sequence).Take(PageSize).ToListAsync(ct);

    private static string? Complaint(AuditHead head, AuditEntry entry) =>
        entry.Sequence != head.Sequence + 1 ? "Entries are missing here."
        : !entry.PreviousHash.AsSpan().SequenceEqual(head.Hash) ? "It does not follow the entry before it."
        : !entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash) ? "It was changed after it was written."
        : null;

    private async Task<AuditVerification?> AnchorComplaintAsync(List<AuditEntry> page, CancellationToken ct)
    {
        if (page.Count == 0)
        {
            return null;
        }

        var (chain, first, last) = (page[0].ChainId, page[0].Sequence, page[^1].Sequence);
        var anchors = await db.AuditAnchors.AsNoTracking()
            .Where(anchor => anchor.ChainId == chain && anchor.Sequence >= first && anchor.Sequence <= last)
            .OrderBy(anchor => anchor.Sequence).ToListAsync(ct);
        var broken = anchors.Find(anchor => !seal.Holds(anchor, page[(int)(anchor.Sequence - first)].Hash));
        return broken is null ? null
            : AuditVerification.Broken(AuditHead.Before(chain) with { Sequence = broken.Sequence - 1 }, "Its seal does not fit: the chain was written anew, the seal was replaced, or its master key is no longer configured.");
    }

    private static AuditVerification AtEnd(AuditHead head, long expected, long anchored) => head.Sequence < expected
        ? AuditVerification.Broken(head, "The end of the chain was cut off here.")
        : AuditVerification.Whole(head, anchored);
}
