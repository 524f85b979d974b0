using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Accounts.Features.Accounts;

/// <summary>How many accounts a plan lets a workspace connect.</summary>
internal static class AccountLimit
{
    public static Task<ProblemHttpResult?> CheckConnectedAsync(
        this PlanGuard plans, AccountsDbContext db, Guid workspaceId, string plan, CancellationToken ct) =>
        plans.CheckAsync(PlanLimit.Accounts, plan, workspaceId, c => db.CountConnectedAsync(workspaceId, c), ct);

    public static Task<int> CountConnectedAsync(this AccountsDbContext db, Guid workspaceId, CancellationToken ct) =>
        db.ClientAccounts.CountAsync(account => account.WorkspaceId == workspaceId && account.Status != AccountStatus.Disconnected, ct);
}
