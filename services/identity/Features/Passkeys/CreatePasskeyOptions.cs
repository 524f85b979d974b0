using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passkeys;

internal static class CreatePasskeyOptions
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/creation-options", HandleAsync).WithName(nameof(CreatePasskeyOptions)).RequireRecentLogin()
            .WithSummary("A challenge for making a passkey on this device.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Ok<PasskeyOptionsResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, CurrentUser current, IdentityDbContext db, IPasskeyHandler<User> handler, PasskeyCeremonies ceremonies, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct);
        if (user is null)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        var options = await handler.MakeCreationOptionsAsync(new() { Id = user.Id.ToString(), Name = user.Email, DisplayName = user.Name }, http);
        var ceremony = await ceremonies.StartAsync(PasskeyCeremonyKind.Creation, options.AttestationState ?? "", ct);
        return TypedResults.Ok(PasskeyOptionsResponse.Of(ceremony, options.CreationOptionsJson));
    }
}
