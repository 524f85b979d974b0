using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;

namespace SocialSelling.Accounts.Features.Internal;

/// <summary>The account that a webhook's <c>entry.id</c> belongs to.</summary>
public sealed record PlatformAccountResponse(Guid AccountId, Guid WorkspaceId, string PlatformAccountId, string Username, DateTimeOffset ConnectedAt);

internal static class FindInstagramAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/instagram/{platformAccountId}", HandleAsync).WithName(nameof(FindInstagramAccount));

    internal static async Task<Results<Ok<PlatformAccountResponse>, ProblemHttpResult>> HandleAsync(
        string platformAccountId, AccountsDbContext db, CancellationToken ct)
    {
        var account = await db.ClientAccounts.AsNoTracking().SingleOrDefaultAsync(
            a => a.Platform == "instagram" && a.PlatformAccountId == platformAccountId && a.Status != AccountStatus.Disconnected, ct);
        return account is null
            ? AccountProblems.NotConnected()
            : TypedResults.Ok(new PlatformAccountResponse(account.Id, account.WorkspaceId, account.PlatformAccountId, account.Username, account.ConnectedAt));
    }
}
