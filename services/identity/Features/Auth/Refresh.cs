using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>A refresh token.</summary>
/// <param name="RefreshToken">The one of the newest answer.</param>
public sealed record RefreshRequest([property: Required] string RefreshToken);

internal static class Refresh
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/refresh", HandleAsync).WithName(nameof(Refresh)).AllowAnonymous()
        .WithSummary("Exchanges a refresh token for the next one; a token used before ends its session.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        RefreshRequest request, TokenRotation rotation, CancellationToken ct)
    {
        var outcome = await rotation.RotateAsync(request.RefreshToken, ct);
        return outcome switch
        {
            { Answer: { } answer } => TypedResults.Ok(answer),
            { Expired: true } => Problems.Unauthorized(ErrorCodes.TokenExpired, "The refresh token has expired; log in again."),
            _ => Problems.Unauthorized(ErrorCodes.TokenInvalid, "The refresh token is not valid; log in again."),
        };
    }
}
