using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Workspaces;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>The end of every login, whatever it was proved by: password, second factor or passkey.</summary>
internal sealed class LoginCompletion(
    IdentityDbContext db, SessionService sessions, HomeWorkspace home, LoginLimiter limiter, IHttpContextAccessor http)
{
    /// <summary>Opens the session and saves the unit of work.</summary>
    public async Task<Results<Ok<AuthResponse>, ProblemHttpResult>> CompleteAsync(User user, bool secondFactor, CancellationToken ct)
    {
        await limiter.ForgetAsync(user.EmailKey, http.HttpContext?.Connection.RemoteIpAddress?.ToString(), ct);
        var answer = await sessions.OpenAsync(user, await home.OfAsync(user, ct), secondFactor, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(answer);
    }
}
