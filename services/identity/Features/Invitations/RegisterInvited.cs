using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>What an invited person without an account says; the address is the one invited.</summary>
/// <param name="Token">As the link in the mail has it.</param>
/// <param name="Password">8 to 128 characters with an upper-case letter, a lower-case letter and a digit; none of the common ones.</param>
/// <param name="Name">2 to 255 characters.</param>
/// <param name="Language">ISO 639-1 code, <c>en</c> by default.</param>
/// <param name="Timezone">IANA name, <c>UTC</c> by default.</param>
public sealed record RegisterInvitedRequest(
    [property: Required, StringLength(100)] string Token,
    [property: Required, StrongPassword] string Password,
    [property: Required, StringLength(255, MinimumLength = 2), NoControlCharacters] string Name,
    [property: LanguageCode] string? Language = null,
    [property: TimeZoneName] string? Timezone = null);

internal static class RegisterInvited
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/register", HandleAsync).WithName(nameof(RegisterInvited)).AllowAnonymous()
        .AddEndpointFilter<RefreshCookieFilter>()
        .WithSummary("Registers the invited person with a verified address, joins the workspace and opens a session there.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Created<AuthResponse>, ProblemHttpResult>> HandleAsync(
        RegisterInvitedRequest request, InvitationTokens tokens, IdentityDbContext db, PasswordGate passwords, SessionService sessions,
        KnownDevice device, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var (invitation, problem) = await tokens.FindAsync(request.Token, ct);
        if (invitation is null)
        {
            return problem!;
        }

        if (await db.Users.AnyAsync(known => known.EmailKey == invitation.EmailKey, ct))
        {
            return AccountExists();
        }

        // Hashed before anything is locked: it takes its time.
        var now = clock.GetUtcNow();
        var user = User.Register(invitation.Email, request.Name, request.Language, request.Timezone, now);
        user.SetPasswordHash(await passwords.HashAsync(user, request.Password, ct), now);
        user.VerifyEmail(now);
        try
        {
            var joined = await JoinAsync(invitation, user, tokens, db, sessions, audit, ct);
            if (joined.Result is Created<AuthResponse>)
            {
                device.Remember(user.EmailKey);
            }

            return joined;
        }
        catch (DbUpdateException error) when (error.IsViolationOf(UserConfiguration.EmailIndex))
        {
            return AccountExists();
        }
    }

    private static async Task<Results<Created<AuthResponse>, ProblemHttpResult>> JoinAsync(
        Invitation invitation, User user, InvitationTokens tokens, IdentityDbContext db, SessionService sessions, AuditTrail audit, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        db.Add(user);
        var (access, refusal) = await tokens.JoinAsync(invitation, user.Id, ct);
        if (access is null)
        {
            return refusal!;
        }

        audit.Add("user.registered", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), access.WorkspaceId);
        audit.Add(
            "member.joined", AuditTarget.Of("member", user.Id), AuditActors.User(user.Id), access.WorkspaceId, null,
            new { role = access.Role.Key, invitationId = invitation.Id });
        var answer = await sessions.OpenAsync(user, access, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return TypedResults.Created("/api/v1/auth/me", answer);
    }

    private static ProblemHttpResult AccountExists() => Problems.Conflict(
        AuthErrors.EmailExists, "An account with this e-mail address exists. Sign in and accept the invitation.");
}
