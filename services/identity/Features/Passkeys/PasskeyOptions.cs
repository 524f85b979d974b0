using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class PasskeyOptions
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/passkey/options", HandleAsync).WithName(nameof(PasskeyOptions)).AllowAnonymous()
        .WithSummary("A challenge for a login or a step-up with a passkey; the browser offers those it has.")
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Ok<PasskeyOptionsResponse>> HandleAsync(
        HttpContext http, IPasskeyHandler<User> handler, PasskeyCeremonies ceremonies, CancellationToken ct)
    {
        // Without a user: the answer tells nobody whether an address has an account or a passkey.
        var options = await handler.MakeRequestOptionsAsync(null, http);
        var ceremony = await ceremonies.StartAsync(PasskeyCeremonyKind.Login, options.AssertionState ?? "", ct);
        return TypedResults.Ok(PasskeyOptionsResponse.Of(ceremony, options.RequestOptionsJson));
    }
}
