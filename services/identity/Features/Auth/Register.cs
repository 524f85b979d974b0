using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>What a new user says.</summary>
/// <param name="Email">At most 254 characters.</param>
/// <param name="Password">8 to 128 characters with an upper-case letter, a lower-case letter and a digit, and not a common one.</param>
/// <param name="Name">2 to 255 characters.</param>
/// <param name="Language">ISO 639-1 code, <c>en</c> by default.</param>
/// <param name="Timezone">IANA name, <c>UTC</c> by default.</param>
public sealed record RegisterRequest(
    [property: Required, EmailFormat] string Email,
    [property: Required, StrongPassword] string Password,
    [property: Required, StringLength(255, MinimumLength = 2), NoControlCharacters] string Name,
    [property: LanguageCode] string? Language = null,
    [property: TimeZoneName] string? Timezone = null);

internal static class Register
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/register", HandleAsync).WithName(nameof(Register)).AllowAnonymous()
        .WithSummary("Registers a user with a workspace of its own and opens a session.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task<Results<Created<AuthResponse>, ProblemHttpResult>> HandleAsync(
        RegisterRequest request, IdentityDbContext db, PasswordGate passwords, SessionService sessions, VerificationMails verification,
        KnownDevice device, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var emailKey = User.KeyOf(request.Email);
        if (await db.Users.AnyAsync(known => known.EmailKey == emailKey, ct))
        {
            return EmailExists();
        }

        var now = clock.GetUtcNow();
        var user = User.Register(request.Email, request.Name, request.Language, request.Timezone, now);
        user.SetPasswordHash(await passwords.HashAsync(user, request.Password, ct), now);
        var workspace = Workspace.Create(user.Name, user.Id, now);
        var owner = WorkspaceMember.Join(workspace.Id, user.Id, Roles.Owner, now);
        db.AddRange(user, workspace, owner);
        audit.Add("user.registered", AuditTarget.Of("user", user.Id), AuditActors.User(user.Id), workspace.Id);
        verification.Send(user);
        var answer = await sessions.OpenAsync(user, MemberAccess.OfOwner(workspace.Id, user), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (error.IsViolationOf(UserConfiguration.EmailIndex))
        {
            return EmailExists();
        }

        device.Remember(user.EmailKey);
        return TypedResults.Created("/api/v1/auth/me", answer);
    }

    private static ProblemHttpResult EmailExists() => Problems.Conflict(AuthErrors.EmailExists, "An account with this e-mail address exists.");
}
