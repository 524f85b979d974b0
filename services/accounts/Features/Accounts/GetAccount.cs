using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Accounts.Features.Accounts;

internal static class GetAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync).WithName(nameof(GetAccount)).RequirePermission(Permissions.AccountsRead)
            .WithSummary("One account of the workspace.").ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<AccountResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, AccountsDbContext db, CancellationToken ct)
    {
        var account = await db.ClientAccounts.AsNoTracking().Within(workspace.Accounts, a => a.Id)
            .SingleOrDefaultAsync(a => a.Id == id && a.WorkspaceId == workspace.Id, ct);
        return account is null ? AccountProblems.NotFound() : TypedResults.Ok(AccountResponse.From(account));
    }
}
