namespace SocialSelling.Instagram.Domain;

/// <summary>An account as the accounts service tells of it; the time is that of the connection or of its end.</summary>
internal sealed record KnownAccount(Guid AccountId, Guid WorkspaceId, string PlatformAccountId, string Username, DateTimeOffset At);
