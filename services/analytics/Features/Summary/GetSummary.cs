using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Analytics.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features.Summary;

internal static class GetSummary
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/summary", HandleAsync).WithName(nameof(GetSummary)).WithSummary("Main figures of a range of days beside the range before")
            .WithDescription("Without `from` and `to` the last 30 days; without `accountId` all accounts of the workspace.")
            .RequirePermission(Permissions.AnalyticsRead)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<SummaryResponse>, ProblemHttpResult>> HandleAsync(
        Guid? accountId, DateOnly? from, DateOnly? to, CurrentWorkspace workspace, AnalyticsDbContext db,
        IOptions<AnalyticsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var (range, error) = DayRange.Of(from, to, clock.Today(), options.Value.MaxRangeDays);
        if (error is not null) return Problems.BadRequest(ErrorCodes.Validation, "The range is not valid", error);
        if (accountId is { } id && await AccountProblems.FindAsync(db, workspace, id, ct) is { } problem) return problem;

        var figures = new SummaryQuery(db, workspace, accountId);
        return TypedResults.Ok(new SummaryResponse(accountId, await figures.ReadAsync(range, ct), await figures.ReadAsync(range.Previous, ct)));
    }
}
