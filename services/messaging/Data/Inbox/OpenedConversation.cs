namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>A conversation that this transaction has begun and that its counts still lack.</summary>
internal readonly record struct OpenedConversation(Guid Id, Guid WorkspaceId, Guid AccountId);
