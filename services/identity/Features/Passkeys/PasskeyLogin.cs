using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class PasskeyLogin
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/passkey/login", HandleAsync).WithName(nameof(PasskeyLogin)).AllowAnonymous()
        .WithSummary("Opens a session with a passkey, which stands for password and second factor.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> HandleAsync(
        PasskeyProof request, PasskeyCheck check, LoginCompletion completion, CancellationToken ct) =>
        await check.UserOfAsync(request, ct) is { } user ? await completion.CompleteAsync(user, secondFactor: true, ct) : PasskeyCheck.NotAccepted();
}
