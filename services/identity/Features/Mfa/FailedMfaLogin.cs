using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>A login that died of wrong codes counts for the lockout like one wrong password.</summary>
internal sealed class FailedMfaLogin(LaneFinder lanes, LoginGuard guard, FailedLogin failure, IHttpContextAccessor http)
{
    public async Task CountAsync(User user, CancellationToken ct)
    {
        var lane = await lanes.FindAsync(user.EmailKey, http.HttpContext?.Connection.RemoteIpAddress, ct);
        var attempt = await guard.BeginAsync(lane, ct);
        await failure.RecordAsync(user, attempt, ct);
    }
}
