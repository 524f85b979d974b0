using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Which entries of one chain are asked for: <c>filter[action]</c>, <c>filter[actor]</c>, <c>filter[target]</c>, <c>search</c>, from and to.</summary>
internal sealed partial class AuditFilter(Guid chainId, PageQuery query, DateTimeOffset? from, DateTimeOffset? to)
{
    private const int MaxLength = 254;
    private const string Escape = @"\";

    public async Task<IQueryable<AuditEntry>> ApplyAsync(IdentityDbContext db, CancellationToken ct)
    {
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.ChainId == chainId);
        if (from is { } since)
        {
            entries = entries.Where(entry => entry.OccurredAt >= since.ToUniversalTime());
        }

        if (to is { } until)
        {
            entries = entries.Where(entry => entry.OccurredAt < until.ToUniversalTime());
        }

        if (Value("filter[action]", query.Filter("action")) is { } action)
        {
            // A whole resource, such as member.*
            entries = action.EndsWith(".*", StringComparison.Ordinal)
                ? entries.Where(entry => entry.Action.StartsWith(action.Substring(0, action.Length - 1)))
                : entries.Where(entry => entry.Action == action);
        }

        if (Value("filter[target]", query.Filter("target")) is { } target)
        {
            entries = entries.Where(entry => entry.TargetId == target || entry.TargetType == target);
        }

        if (Value("filter[actor]", query.Filter("actor")) is { } actor)
        {
            var id = actor.Contains('@', StringComparison.Ordinal) ? await UserOfAsync(db, actor, ct) : actor;
            entries = entries.Where(entry => entry.ActorId == id || entry.ActorType == actor);
        }

        return Value("search", query.Search) is { } text ? Search(db, entries, text) : entries;
    }

    private static IQueryable<AuditEntry> Search(IdentityDbContext db, IQueryable<AuditEntry> entries, string text)
    {
        var pattern = $"%{Special().Replace(text, @"\$0")}%";
        return entries.Where(entry =>
            EF.Functions.ILike(entry.Action, pattern, Escape) || EF.Functions.ILike(entry.TargetId!, pattern, Escape)
            || EF.Functions.ILike(entry.Address!, pattern, Escape) || EF.Functions.ILike(entry.UserAgent!, pattern, Escape)
            || EF.Functions.ILike(entry.Before!, pattern, Escape) || EF.Functions.ILike(entry.After!, pattern, Escape)
            || db.Users.Any(user => user.DeletedAt == null && user.Id.ToString() == entry.ActorId
                && (EF.Functions.ILike(user.Name, pattern, Escape) || EF.Functions.ILike(user.Email, pattern, Escape))));
    }

    private static async Task<string> UserOfAsync(IdentityDbContext db, string email, CancellationToken ct)
    {
        var key = User.KeyOf(email);
        var id = await db.Users.Where(user => user.EmailKey == key && user.DeletedAt == null).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(ct);
        return id?.ToString() ?? email;
    }

    // PostgreSQL refuses to look for a zero character.
    private static string? Value(string field, string? text) => text is null or { Length: <= MaxLength } && text?.Contains('\0') != true
        ? text
        : throw new InvalidRequestException(field, $"must be text of at most {MaxLength} characters");

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special();
}
