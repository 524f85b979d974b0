using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>Who wants a deleted account back: the token, or address and password.</summary>
/// <param name="Token">The secret of the link in the mail.</param>
/// <param name="Email">Compared without case.</param>
/// <param name="Password">As at the login.</param>
public sealed record RestoreAccountRequest(
    [property: StringLength(64, MinimumLength = 1)] string? Token = null,
    [property: StringLength(254)] string? Email = null,
    [property: StringLength(128)] string? Password = null);

internal static class RestoreAccount
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/restore", HandleAsync).WithName(nameof(RestoreAccount)).AllowAnonymous()
        .WithSummary("Takes the deletion of an account back, with the workspaces that went with it; then log in as ever.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        RestoreAccountRequest request, HttpContext http, IdentityDbContext db, OneTimeTokens tokens, AccountRestoration restoration,
        PasswordRestoration byPassword, CancellationToken ct)
    {
        if (request is { Token: null, Email: { } email, Password: { } password })
        {
            return await byPassword.RestoreAsync(email, password, http, ct);
        }

        if (request.Token is null)
        {
            return Problems.BadRequest(
                ErrorCodes.Validation, "Give the token of the mail, or address and password.", new FieldError("token", "is missing"));
        }

        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await tokens.RedeemAsync(TokenPurpose.RestoreAccount, request.Token, ct) is not { } token
            || !await restoration.TryRestoreAsync(token.UserId, ct))
        {
            return DeletionProblems.RestoreRefused();
        }

        await work.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
