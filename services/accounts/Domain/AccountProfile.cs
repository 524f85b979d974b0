namespace SocialSelling.Accounts.Domain;

/// <summary>What the platform says of an account. <paramref name="PlatformAccountId"/> is the id that webhooks carry; <paramref name="AppScopedId"/> the one this app sees.</summary>
internal sealed record AccountProfile(
    string PlatformAccountId, string AppScopedId, string Username, string? Name, string? AccountType, string? ProfilePictureUrl, long? FollowerCount);
