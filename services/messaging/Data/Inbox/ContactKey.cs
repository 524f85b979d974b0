namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>The natural key of a contact, and so of the conversation with it.</summary>
internal readonly record struct ContactKey(Guid WorkspaceId, Guid AccountId, string PlatformId);
