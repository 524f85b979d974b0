namespace SocialSelling.Instagram.Clients;

/// <summary>The accounts service's answer for a platform account id.</summary>
internal sealed record KnownAccount(Guid AccountId, Guid WorkspaceId, string PlatformAccountId, string Username, DateTimeOffset ConnectedAt);
