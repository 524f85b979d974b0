using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Audit;

internal static class ListAuditEntries
{
    private const string Summary =
        "newest first: `filter[action]` (`member.removed`, `member.*`), `filter[actor]` (id, type or e-mail address), `filter[target]` (id or type), "
        + "`from`, `to`, `search`; with `cursor` (empty for the start) as a feed of `data` and `links.next`, without totals.";

    private static readonly Dictionary<string, Expression<Func<AuditEntry, object?>>> SortFields = new(StringComparer.Ordinal)
    {
        ["occurredAt"] = entry => entry.OccurredAt,
    };

    public static void Map(RouteGroupBuilder group) => group.MapGet("/", HandleAsync).WithName(nameof(ListAuditEntries))
        .RequirePermission(Permissions.AuditRead).WithSummary($"The workspace's audit log, {Summary}").ProducesProblem(StatusCodes.Status400BadRequest);

    public static void MapPlatform(RouteGroupBuilder group) => group.MapGet("/audit", HandlePlatformAsync).WithName("ListPlatformAuditEntries")
        .WithSummary($"The audit log of what concerns no workspace, {Summary}").ProducesProblem(StatusCodes.Status400BadRequest);

    // The document shows the last of two answers with one status.
    internal static Task<Results<Ok<CursorResponse<AuditEntryResponse>>, Ok<PagedResponse<AuditEntryResponse>>>> HandleAsync(
        CurrentWorkspace workspace, PageQuery page, string? cursor, DateTimeOffset? from, DateTimeOffset? to, IdentityDbContext db, HttpRequest request, CancellationToken ct) =>
        ReadAsync(new AuditFilter(workspace.Id, page, from, to), page, cursor, db, request, ct);

    internal static Task<Results<Ok<CursorResponse<AuditEntryResponse>>, Ok<PagedResponse<AuditEntryResponse>>>> HandlePlatformAsync(
        PageQuery page, string? cursor, DateTimeOffset? from, DateTimeOffset? to,
        IdentityDbContext db, HttpRequest request, CancellationToken ct) =>
        ReadAsync(new AuditFilter(AuditChain.Platform, page, from, to), page, cursor, db, request, ct);

    private static async Task<Results<Ok<CursorResponse<AuditEntryResponse>>, Ok<PagedResponse<AuditEntryResponse>>>> ReadAsync(
        AuditFilter filter, PageQuery page, string? cursor, IdentityDbContext db, HttpRequest request, CancellationToken ct)
    {
        var entries = await filter.ApplyAsync(db, ct);
        if (cursor is not null)
        {
            return TypedResults.Ok(await FeedAsync(entries, page.PerPage, cursor, db, request, ct));
        }

        var found = await entries.SortBy(page, SortFields, "-occurredAt").ThenByDescending(entry => entry.Id).ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<AuditEntryResponse>(await ShowAsync(found.Data, db, ct), found.Meta, found.Links));
    }

    private static async Task<CursorResponse<AuditEntryResponse>> FeedAsync(
        IQueryable<AuditEntry> entries, int limit, string cursor, IdentityDbContext db, HttpRequest request, CancellationToken ct)
    {
        if (cursor.Length > 0)
        {
            var (time, id) = Cursor.TryDecode(cursor, out var at, out var last) ? (at, last) : throw new InvalidRequestException("cursor", "is not one of ours");
            entries = entries.After(time, id);
        }

        var found = await entries.NewestFirst().Take(limit + 1).ToListAsync(ct);
        var shown = await ShowAsync(found.Take(limit), db, ct);
        var next = found.Count > limit ? Cursor.Encode(shown[^1].OccurredAt, shown[^1].Id) : null;
        return CursorResponse.Create(shown, next, request);
    }

    private static async Task<IReadOnlyList<AuditEntryResponse>> ShowAsync(IEnumerable<AuditEntry> found, IdentityDbContext db, CancellationToken ct)
    {
        var entries = found.ToList();
        var names = await AuditNames.OfAsync(db, entries, ct);
        return [.. entries.Select(entry => AuditEntryResponse.From(entry, names))];
    }
}
