using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Features.Accounts;
using SocialSelling.Accounts.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Plans;

namespace SocialSelling.Accounts.Features.Connection;

/// <summary>Where to send the browser so that the account's owner can log in.</summary>
/// <param name="AuthorizationUrl">Instagram's login page; good once and for ten minutes.</param>
public sealed record InstagramConnectionResponse(string AuthorizationUrl);

internal static class StartInstagramConnection
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/connect", HandleAsync).WithName(nameof(StartInstagramConnection)).RequirePermission(Permissions.AccountsManage)
            .WithSummary("Begins the connection of an Instagram account. 403 PLAN_ACCOUNTS when the plan allows no more.")
            .ProducesProblem(StatusCodes.Status403Forbidden);

    internal static async Task<Results<Ok<InstagramConnectionResponse>, ProblemHttpResult>> HandleAsync(
        CurrentWorkspace workspace, CurrentUser user, AccountsDbContext db, PlanGuard plans, TimeProvider clock, IOptions<MetaOptions> meta,
        IOptions<ConnectionOptions> connection, CancellationToken ct)
    {
        if (!workspace.Accounts.All)
        {
            return AccountProblems.Confined();
        }

        // Which account it will be shows only later: one that has to be connected again must not be shut out.
        if (await plans.CheckConnectedAsync(db, workspace.Id, workspace.Plan, ct) is { } full
            && !await db.ClientAccounts.AnyAsync(a => a.WorkspaceId == workspace.Id && a.Status == AccountStatus.TokenExpired, ct))
        {
            return full;
        }

        var now = clock.GetUtcNow();
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.OAuthStates.Add(OAuthState.Create(state, workspace.Id, user.Id, workspace.Plan, now + connection.Value.StateLifetime));
        await db.OAuthStates.Where(s => s.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new InstagramConnectionResponse(LoginPage(meta.Value, connection.Value.CallbackUrl, state)));
    }

    private static string LoginPage(MetaOptions meta, string callbackUrl, string state) =>
        QueryHelpers.AddQueryString($"{meta.AuthorizeBaseUrl.TrimEnd('/')}/oauth/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = meta.AppId,
            ["redirect_uri"] = callbackUrl,
            ["response_type"] = "code",
            ["scope"] = string.Join(',', meta.Scopes),
            ["state"] = state,
        });
}
