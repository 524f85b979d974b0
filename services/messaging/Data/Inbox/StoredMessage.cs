namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>A message that was new, with its conversation as it stands after the batch.</summary>
internal sealed record StoredMessage(Guid Id, Guid ConversationId, IncomingMessage Message, int UnreadCount, DateTimeOffset LastMessageAt);
