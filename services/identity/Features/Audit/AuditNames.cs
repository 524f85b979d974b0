using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Who the actors of some entries are today. The log itself holds no names, so that it need not change when somebody is erased.</summary>
internal sealed class AuditNames
{
    private const string Deleted = "deleted user";

    private readonly Dictionary<string, (string Name, string Email)> users;

    private AuditNames(Dictionary<string, (string Name, string Email)> users) => this.users = users;

    public static async Task<AuditNames> OfAsync(IdentityDbContext db, IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        var ids = entries.Where(entry => entry.ActorType == "user").Select(entry => entry.ActorId).Distinct()
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
        var rows = await db.Users.Where(user => ids.Contains(user.Id) && user.DeletedAt == null)
            .Select(user => new { user.Id, user.Name, user.Email }).ToListAsync(ct);
        return new(rows.ToDictionary(row => row.Id.ToString(), row => (row.Name, row.Email), StringComparer.Ordinal));
    }

    public AuditActorResponse ActorOf(AuditEntry entry)
    {
        if (entry is not { ActorType: "user", ActorId: { } id })
        {
            return new(entry.ActorType, entry.ActorId, null, null);
        }

        return users.TryGetValue(id, out var user) ? new("user", id, user.Name, user.Email) : new("user", id, Deleted, null);
    }
}
