using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Accounts.Data;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Accounts.Features.Accounts;

internal static class GetAccountUsage
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/usage", HandleAsync).WithName(nameof(GetAccountUsage)).RequirePermission(Permissions.AccountsRead)
            .WithSummary("How many accounts are connected, and how many the plan allows.");

    internal static async Task<Ok<PlanUsage>> HandleAsync(CurrentWorkspace workspace, AccountsDbContext db, PlanGuard plans, CancellationToken ct) =>
        TypedResults.Ok(new PlanUsage(await db.CountConnectedAsync(workspace.Id, ct), plans.LimitOf(PlanLimit.Accounts, workspace.Plan)));
}
