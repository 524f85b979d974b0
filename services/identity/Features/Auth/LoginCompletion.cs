using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Workspaces;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>The end of every login, whatever it was proved by: password, second factor or passkey.</summary>
internal sealed class LoginCompletion(
    IdentityDbContext db, SessionService sessions, HomeWorkspace home, KnownDevice device)
{
    /// <summary>Opens the session and saves the unit of work; 403 <c>AUTH_009</c> for a user who was disabled.</summary>
    public async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> CompleteAsync(User user, bool secondFactor, CancellationToken ct)
    {
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        if (await IsDisabledAsync(user.Id, ct))
        {
            return AuthErrors.AccountDisabled();
        }

        var answer = await sessions.OpenAsync(user, await home.OfAsync(user, ct), secondFactor, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        device.Remember(user.EmailKey);
        return TypedResults.Ok(answer);
    }

    // Held until the commit: who is being disabled at this moment is either seen here, or the new session is ended with the others.
    private async Task<bool> IsDisabledAsync(Guid userId, CancellationToken ct)
    {
        var disabled = await db.Database.SqlQuery<bool>(
            $"SELECT disabled_at IS NOT NULL AS \"Value\" FROM users WHERE id = {userId} FOR NO KEY UPDATE").ToListAsync(ct);
        return disabled is not [false];
    }
}
