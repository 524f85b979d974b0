using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Sessions;

/// <summary>A login that still lives.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Current">Whether it is the session of this request.</param>
/// <param name="Device">The device as people call it, such as <c>Firefox on Windows</c>.</param>
/// <param name="UserAgent">What the client said it was at the login.</param>
/// <param name="Address">The network address of the login.</param>
/// <param name="CreatedAt">When the login was, UTC.</param>
/// <param name="LastSeenAt">When its tokens were last refreshed, UTC.</param>
/// <param name="ExpiresAt">When it ends unless its tokens are refreshed before, UTC.</param>
public sealed record SessionResponse(
    Guid Id, bool Current, string Device, string? UserAgent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt)
{
    internal static SessionResponse From(Session session, Guid current) => new(
        session.Id, session.Id == current, session.Device, session.UserAgent, session.Address, session.CreatedAt, session.LastSeenAt,
        session.ExpiresAt);
}
