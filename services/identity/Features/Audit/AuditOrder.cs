using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

internal static class AuditOrder
{
    public static IOrderedQueryable<AuditEntry> NewestFirst(this IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(entry => entry.OccurredAt).ThenByDescending(entry => entry.Id);

    /// <summary>What stands behind a place in that order.</summary>
    public static IQueryable<AuditEntry> After(this IQueryable<AuditEntry> entries, DateTimeOffset time, Guid id) =>
        entries.Where(entry => EF.Functions.LessThan(ValueTuple.Create(entry.OccurredAt, entry.Id), ValueTuple.Create(time, id)));
}
