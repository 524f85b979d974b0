using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Accounts.Features.Accounts;

internal static class DisconnectAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapDelete("/{id:guid}", HandleAsync).WithName(nameof(DisconnectAccount)).RequirePermission(Permissions.AccountsManage)
            .WithSummary("Ends the platform's reports and destroys the token. What the suite holds of the account stays.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, AccountsDbContext db, AccountDisconnection disconnection,
        AuditTrail audit, CancellationToken ct)
    {
        var account = await db.ClientAccounts.Within(workspace.Accounts, a => a.Id)
            .SingleOrDefaultAsync(a => a.Id == id && a.WorkspaceId == workspace.Id, ct);
        if (account is null)
        {
            return AccountProblems.NotFound();
        }

        if (!await disconnection.TryDisconnectAsync(account, ct))
        {
            return TypedResults.NoContent();
        }

        audit.Add("account.disconnected", AuditTarget.Of("account", id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A second request was quicker: its commit holds the event.
        }

        return TypedResults.NoContent();
    }
}
