using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Analytics.Features;

internal static class AccountProblems
{
    /// <summary>404 unless the account is or was connected in the workspace.</summary>
    public static async Task<ProblemHttpResult?> FindAsync(
        AnalyticsDbContext db, CurrentWorkspace workspace, Guid accountId, CancellationToken ct) =>
        await db.ClientAccounts.Within(workspace.Accounts, account => account.Id)
            .AnyAsync(account => account.Id == accountId && account.WorkspaceId == workspace.Id, ct) ? null : NotFound();

    public static ProblemHttpResult NotFound() => Problems.NotFound("ACCOUNT_001", "Account not found");
}
