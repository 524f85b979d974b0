namespace SocialSelling.Identity.Features.Admin;

/// <summary>A user with what hangs on the account.</summary>
/// <param name="User">The user.</param>
/// <param name="Workspaces">The workspaces the user belongs to.</param>
/// <param name="ActiveSessions">How many sessions are open.</param>
/// <param name="LastLoginAt">When the newest session was opened, UTC; sessions are forgotten a while after their end.</param>
/// <param name="LastSeenAt">When a session was last used, UTC.</param>
public sealed record AdminUserDetails(
    AdminUserResponse User, IReadOnlyList<AdminWorkspaceResponse> Workspaces, int ActiveSessions, DateTimeOffset? LastLoginAt, DateTimeOffset? LastSeenAt);
