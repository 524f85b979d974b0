using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Analytics.Features.Accounts;

/// <summary>The figures of an account for one UTC day; null where Meta gave none.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Followers">Followers when they were last collected that day.</param>
/// <param name="Reach">People reached.</param>
/// <param name="Views">Views.</param>
/// <param name="Interactions">Interactions of all kinds.</param>
/// <param name="Metrics">Everything that was collected, by Meta's names.</param>
/// <param name="CollectedAt">When it was last collected, UTC.</param>
public sealed record SnapshotResponse(
    DateOnly Day, long? Followers, long? Reach, long? Views, long? Interactions, IReadOnlyDictionary<string, long> Metrics, DateTimeOffset CollectedAt);

internal static class ListSnapshots
{
    private static readonly Dictionary<string, Expression<Func<AccountSnapshot, object?>>> Sorts =
        new(StringComparer.Ordinal) { ["day"] = snapshot => snapshot.Day };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/accounts/{id:guid}/snapshots", HandleAsync).WithName(nameof(ListSnapshots)).WithSummary("Daily figures of an account, newest first")
            .RequirePermission(Permissions.AnalyticsRead).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<PagedResponse<SnapshotResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, DateOnly? from, DateOnly? to, PageQuery page, CurrentWorkspace workspace, AnalyticsDbContext db, HttpRequest request, CancellationToken ct)
    {
        if (await AccountProblems.FindAsync(db, workspace, id, ct) is { } problem) return problem;
        var snapshots = await db.AccountSnapshots.AsNoTracking()
            .Where(s => s.WorkspaceId == workspace.Id && s.AccountId == id && (from == null || s.Day >= from) && (to == null || s.Day <= to))
            .SortBy(page, Sorts, "-day").ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<SnapshotResponse>(
            [.. snapshots.Data.Select(s => new SnapshotResponse(s.Day, s.Followers, s.Reach, s.Views, s.Interactions, s.Metrics, s.CollectedAt))],
            snapshots.Meta,
            snapshots.Links));
    }
}
