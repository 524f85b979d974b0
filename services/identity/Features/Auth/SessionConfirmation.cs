using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Notes that the user of a session has just proved who they are.</summary>
internal sealed class SessionConfirmation(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>False when the session has ended meanwhile. One statement, because a refresh may be writing the same row.</summary>
    public async Task<bool> ConfirmAsync(Guid sessionId, bool secondFactor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Sessions.Where(session => session.Id == sessionId && session.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.AuthenticatedAt, now)
                .SetProperty(session => session.SecondFactorAt, session => secondFactor ? now : session.SecondFactorAt),
            ct) > 0;
    }
}
