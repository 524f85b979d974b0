using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;

namespace SocialSelling.Accounts.Features.Internal;

/// <summary>The plain token, for a service that is about to call the platform.</summary>
public sealed record AccountTokenResponse(string AccessToken, DateTimeOffset ExpiresAt, string PlatformAccountId);

internal static class GetAccountToken
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/token", HandleAsync).WithName(nameof(GetAccountToken));

    internal static async Task<Results<Ok<AccountTokenResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AccountsDbContext db, TokenVault vault, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var account = await db.ClientAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Status != AccountStatus.Disconnected, ct);
        var token = await db.OAuthTokens.AsNoTracking().SingleOrDefaultAsync(t => t.ClientAccountId == id, ct);
        return account is null || token is null
            ? AccountProblems.NotConnected()
            : TypedResults.Ok(new AccountTokenResponse(vault.Open(token), token.ExpiresAt, account.PlatformAccountId));
    }
}
