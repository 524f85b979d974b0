using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>A refresh token; without a body the one of the cookie is taken, and the header <c>X-CSRF-Token</c> must go with it.</summary>
/// <param name="RefreshToken">The one of the newest answer.</param>
public sealed record RefreshRequest([property: MinLength(1)] string? RefreshToken = null);

internal static class Refresh
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/refresh", HandleAsync).WithName(nameof(Refresh)).AllowAnonymous()
        .WithSummary("Exchanges a refresh token for the next one; a token used before ends its session.")
        .WithDescription("The token comes in the body, or in the cookie of an earlier answer; with the cookie the header `X-CSRF-Token` must repeat the cookie `socialselling_csrf`.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        RefreshRequest? request, HttpRequest http, TokenRotation rotation, CancellationToken ct)
    {
        if (request?.RefreshToken is { } token)
        {
            return await RotateAsync(token, rotation, ct);
        }

        if (RefreshCookie.Read(http) is not { } cookie)
        {
            return Problems.BadRequest(
                ErrorCodes.Validation, "A refresh token is needed, in the body or in the cookie.", new FieldError("refreshToken", "is missing"));
        }

        return RefreshCookie.IsConfirmed(http, cookie) ? await RotateAsync(cookie, rotation, ct) : CsrfMismatch();
    }

    internal static ProblemHttpResult CsrfMismatch() => Problems.Forbidden(
        SessionErrors.CsrfMismatch, $"Send what the cookie {RefreshCookie.CsrfName} says now in the header {RefreshCookie.CsrfHeader}.");

    private static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> RotateAsync(string token, TokenRotation rotation, CancellationToken ct)
    {
        var outcome = await rotation.RotateAsync(token, ct);
        return outcome switch
        {
            { Answer: { } answer } => TypedResults.Ok(answer),
            { Disabled: true } => AuthErrors.AccountDisabled(),
            { Expired: true } => Problems.Unauthorized(ErrorCodes.TokenExpired, "The refresh token has expired; log in again."),
            _ => Problems.Unauthorized(ErrorCodes.TokenInvalid, "The refresh token is not valid; log in again."),
        };
    }
}
