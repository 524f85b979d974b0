using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>A new secret for an authenticator app; shown this once.</summary>
/// <param name="Secret">Base32, for typing.</param>
/// <param name="OtpauthUri">What the QR codes say; on a phone a link that opens the app.</param>
/// <param name="QrCodeSvg">The QR code as an SVG document.</param>
/// <param name="QrCodePng">The QR code as a <c>data:image/png</c> URI.</param>
/// <param name="ExpiresAt">Until when the first code must be confirmed.</param>
public sealed record TotpEnrolmentResponse(string Secret, string OtpauthUri, string QrCodeSvg, string QrCodePng, DateTimeOffset ExpiresAt);

internal static class StartTotp
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/totp", HandleAsync).WithName(nameof(StartTotp)).RequireRecentLogin()
        .WithSummary("Makes a secret for an authenticator app in place of one that was not confirmed; nothing is on before the first code is.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<TotpEnrolmentResponse>, ProblemHttpResult>> HandleAsync(
        CurrentUser current, IdentityDbContext db, MfaChanges changes, SecretSealer sealer, IOptions<MfaOptions> options, TimeProvider clock,
        CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await changes.LockAsync(current.Id, ct) is not { } user)
        {
            return Problems.Unauthorized(ErrorCodes.TokenInvalid, "The user of this token is gone.");
        }

        if (user.MfaEnabled)
        {
            return Problems.Conflict(MfaErrors.AlreadyOn, "An authenticator app is set up already; remove it before you set up another one.");
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        var box = sealer.Seal(secret, TotpCredential.Context(user.Id));
        var now = clock.GetUtcNow();
        var started = await db.TotpCredentials.SingleOrDefaultAsync(credential => credential.UserId == user.Id, ct);
        started?.BeginAgain(box.KeyId, box.Bytes, now);
        if (started is null)
        {
            db.Add(TotpCredential.Begin(user.Id, box.KeyId, box.Bytes, now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(Answer(user, Base32.Encode(secret), options.Value, now));
    }

    private static TotpEnrolmentResponse Answer(User user, string secret, MfaOptions options, DateTimeOffset now)
    {
        var issuer = Uri.EscapeDataString(options.Issuer);
        var uri = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.Email)}?secret={secret}&issuer={issuer}"
            + $"&algorithm=SHA1&digits={Totp.Digits}&period={Totp.StepSeconds}";
        var (svg, png) = QrCodes.Draw(uri);
        return new(secret, uri, svg, png, now + options.EnrolmentLifetime);
    }
}
