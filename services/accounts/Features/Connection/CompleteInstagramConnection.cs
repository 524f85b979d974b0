using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Features.Accounts;

namespace SocialSelling.Accounts.Features.Connection;

internal static class CompleteInstagramConnection
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/callback", HandleAsync).WithName(nameof(CompleteInstagramConnection)).AllowAnonymous()
            .WithSummary("Instagram's login page sends the browser here. A browser is shown a page, other clients get the account as JSON.")
            .Produces<AccountResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<IResult> HandleAsync(
        string? code, string? state, string? error, AccountsDbContext db, InstagramConnector connector, TimeProvider clock, HttpRequest request,
        CancellationToken ct)
    {
        var answer = new CallbackAnswer(request);
        if (string.IsNullOrEmpty(state) || await UseAsync(db, state, clock.GetUtcNow(), ct) is not { } begun)
        {
            return answer.Refused(AccountProblems.InvalidState());
        }

        if (error is not null || string.IsNullOrEmpty(code))
        {
            return answer.Refused(AccountProblems.Denied());
        }

        var (account, problem) = await connector.ConnectAsync(begun, code, ct);
        return account is not null ? answer.Connected(AccountResponse.From(account)) : answer.Refused(problem!);
    }

    /// <summary>The update decides: of two answers with one state, only one finds it unused.</summary>
    private static async Task<OAuthState?> UseAsync(AccountsDbContext db, string state, DateTimeOffset now, CancellationToken ct)
    {
        var hash = OAuthState.Hash(state);
        var used = await db.OAuthStates.Where(s => s.StateHash == hash && s.UsedAt == null && s.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.UsedAt, now), ct);
        return used == 1 ? await db.OAuthStates.AsNoTracking().SingleAsync(s => s.StateHash == hash, ct) : null;
    }
}
