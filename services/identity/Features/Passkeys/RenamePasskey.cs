using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>Another name.</summary>
/// <param name="Name">At most 100 characters.</param>
public sealed record RenamePasskeyRequest([property: Required, StringLength(100), NoControlCharacters] string Name);

internal static class RenamePasskey
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("/{id:guid}", HandleAsync).WithName(nameof(RenamePasskey))
        .WithSummary("Gives a passkey another name.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<PasskeyResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, RenamePasskeyRequest request, CurrentUser user, IdentityDbContext db, CancellationToken ct)
    {
        var name = request.Name.Trim();
        await db.Passkeys.Where(passkey => passkey.Id == id && passkey.UserId == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(passkey => passkey.Name, name), ct);
        return await GetPasskey.HandleAsync(id, user, db, ct);
    }
}
