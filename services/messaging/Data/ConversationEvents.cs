using SocialSelling.Contracts.Messaging;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data;

/// <summary>What is told of a conversation after a change.</summary>
internal static class ConversationEvents
{
    public static ConversationsUpdated ToUpdated(this Conversation conversation, DateTimeOffset now, params Message[] messages) => new()
    {
        WorkspaceId = conversation.WorkspaceId,
        Conversations = [Describe(conversation, now, messages)],
        OccurredAt = now,
    };

    private static ConversationUpdated Describe(Conversation conversation, DateTimeOffset now, Message[] messages) => new()
    {
        WorkspaceId = conversation.WorkspaceId,
        ConversationId = conversation.Id,
        AccountId = conversation.AccountId,
        UnreadCount = conversation.UnreadCount,
        LastMessageAt = conversation.LastMessageAt,
        Messages = [.. messages.Select(Describe)],
        OccurredAt = now,
    };

    private static ConversationMessage Describe(Message message) => new()
    {
        Id = message.Id,
        Direction = message.Direction,
        Text = message.Text,
        State = message.State,
        FailureReason = message.FailureReason,
        SentAt = message.SentAt,
    };
}
