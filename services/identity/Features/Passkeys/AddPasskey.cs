using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>A passkey that the browser has made.</summary>
/// <param name="Ceremony">From <c>/passkeys/creation-options</c>.</param>
/// <param name="Credential">The credential of <c>navigator.credentials.create</c>, as its <c>toJSON()</c> gives it.</param>
/// <param name="Name">What the user calls it, at most 100 characters.</param>
public sealed record AddPasskeyRequest(
    [property: Required, StringLength(128)] string Ceremony,
    [property: Required] JsonElement? Credential,
    [property: Required, StringLength(100), NoControlCharacters] string Name);

internal static class AddPasskey
{
    private const int MaxPasskeys = 20;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/", HandleAsync).WithName(nameof(AddPasskey)).RequireRecentLogin()
        .WithSummary("Adds a passkey that was made for a challenge of creation-options.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Created<PasskeyResponse>, ProblemHttpResult>> HandleAsync(
        AddPasskeyRequest request, HttpContext http, CurrentUser current, IdentityDbContext db, IPasskeyHandler<User> handler,
        PasskeyCeremonies ceremonies, MfaChanges changes, TimeProvider clock, CancellationToken ct)
    {
        var result = await ceremonies.TakeAsync(PasskeyCeremonyKind.Creation, request.Ceremony, ct) is { } state
            ? await handler.PerformAttestationAsync(
                new() { HttpContext = http, CredentialJson = PasskeyCheck.Text(request.Credential), AttestationState = state })
            : null;
        if (result is not { Succeeded: true } || result.UserEntity.Id != current.Id.ToString())
        {
            return Problems.BadRequest(
                PasskeyErrors.NotAccepted, "The passkey was not accepted: the question was too old, or the answer does not fit it. Ask for new options.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (await db.Passkeys.CountAsync(passkey => passkey.UserId == user.Id, ct) >= MaxPasskeys)
        {
            return Problems.Conflict(PasskeyErrors.TooMany, "There are 20 passkeys already; remove one that you do not use.");
        }

        var added = Row(user.Id, request.Name.Trim(), result.Passkey, clock.GetUtcNow());
        db.Add(added);
        changes.Announce(user, "passkey.added", AuditTarget.Of("passkey", added.Id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (error.IsViolationOf(PasskeyConfiguration.CredentialIndex))
        {
            return Problems.Conflict(PasskeyErrors.Exists, "This passkey is registered already.");
        }

        await transaction.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/passkeys/{added.Id}", PasskeyResponse.From(added));
    }

    private static Passkey Row(Guid userId, string name, UserPasskeyInfo info, DateTimeOffset now)
    {
        var passkey = Passkey.Add(userId, name, info.CredentialId, info.PublicKey, now);
        passkey.Describe(info.SignCount, info.Transports ?? [], info.IsBackupEligible, info.IsBackedUp);
        passkey.Attest(info.AttestationObject, info.ClientDataJson);
        return passkey;
    }
}
