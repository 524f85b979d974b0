using SocialSelling.Contracts.Messaging;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>What is told of a batch: few events, however many messages.</summary>
internal static class InboxEvents
{
    // Keeps an event well below the size at which brokers and clients become slow.
    private const int ConversationsAnEvent = 50;

    public static List<ConversationsUpdated> Of(IncomingKind kind, List<StoredMessage> stored, DateTimeOffset now) =>
    [
        .. from message in stored
           group message by message.Message.Contact.WorkspaceId into workspace
           from conversations in workspace.GroupBy(message => message.ConversationId).Chunk(ConversationsAnEvent)
           select new ConversationsUpdated
           {
               WorkspaceId = workspace.Key,
               Conversations = [.. conversations.Select(conversation => Describe(kind, conversation, now))],
               OccurredAt = now,
           },
    ];

    private static ConversationUpdated Describe(IncomingKind kind, IGrouping<Guid, StoredMessage> conversation, DateTimeOffset now)
    {
        var any = conversation.First();
        return new ConversationUpdated
        {
            WorkspaceId = any.Message.Contact.WorkspaceId,
            ConversationId = conversation.Key,
            AccountId = any.Message.Contact.AccountId,
            UnreadCount = any.UnreadCount,
            LastMessageAt = any.LastMessageAt,
            Messages = [.. conversation.OrderBy(message => message.Message.SentAt).ThenBy(message => message.Id).Select(message => Describe(kind, message))],
            OccurredAt = now,
        };
    }

    private static ConversationMessage Describe(IncomingKind kind, StoredMessage stored) => new()
    {
        Id = stored.Id,
        Direction = kind.Direction,
        Text = stored.Message.Text,
        State = kind.State,
        SentAt = stored.Message.SentAt,
    };
}
