using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Profile;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>Who wants a deleted account back.</summary>
/// <param name="Token">The secret of the link in the mail.</param>
public sealed record RestoreAccountRequest([property: Required, StringLength(64)] string Token);

internal static class RestoreAccount
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/restore", HandleAsync).WithName(nameof(RestoreAccount)).AllowAnonymous()
        .WithSummary("Takes the deletion of an account back, with the workspaces that went with it; then log in as ever.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        RestoreAccountRequest request, IdentityDbContext db, OneTimeTokens tokens, AccountRestoration restoration, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await tokens.RedeemAsync(TokenPurpose.RestoreAccount, request.Token, ct) is not { } token
            || !await restoration.TryRestoreAsync(token.UserId, ct))
        {
            return Problems.BadRequest(ProfileErrors.RestoreRefused, "The link is used, too old or not whole: the account is restored already, or erased.");
        }

        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
