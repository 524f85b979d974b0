using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Writes entries as CSV, a page after the other: neither the log nor the answer is ever in memory as a whole.</summary>
internal static class AuditCsv
{
    private const int PageSize = 500;

    public static async Task WriteAsync(IQueryable<AuditEntry> entries, IdentityDbContext db, Stream output, CancellationToken ct)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(
            text, "occurredAt", "action", "actorType", "actorId", "actorName", "actorEmail", "targetType", "targetId", "address", "userAgent",
            "before", "after", "service", "sequence", "hash");
        List<AuditEntry> page;
        var rest = entries;
        do
        {
            page = await rest.NewestFirst().Take(PageSize).ToListAsync(ct);
            var names = await AuditNames.OfAsync(db, page, ct);
            foreach (var entry in page)
            {
                AppendLine(text, entry, names.ActorOf(entry));
            }

            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
            text.Clear();
            rest = page.Count > 0 ? entries.After(page[^1].OccurredAt, page[^1].Id) : rest;
        }
        while (page.Count == PageSize);
    }

    private static void AppendLine(StringBuilder text, AuditEntry entry, AuditActorResponse actor) => CsvText.AppendLine(
        text, entry.OccurredAt.ToString("O", CultureInfo.InvariantCulture), entry.Action, actor.Type, actor.Id, actor.Name, actor.Email,
        entry.TargetType, entry.TargetId, entry.Address, entry.UserAgent, entry.Before, entry.After, entry.Service,
        entry.Sequence.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(entry.Hash));
}
