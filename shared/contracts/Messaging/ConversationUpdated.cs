namespace SocialSelling.Contracts.Messaging;

/// <summary>A conversation changed: messages arrived or changed state, or its counters did. Source: messaging, within <see cref="ConversationsUpdated"/>; clients get it as it stands.</summary>
public sealed record ConversationUpdated
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Unread messages after the change.</summary>
    public required int UnreadCount { get; init; }

    /// <summary>Time of the newest message, UTC.</summary>
    public required DateTimeOffset LastMessageAt { get; init; }

    /// <summary>The messages that are new or changed; empty when only the counters changed.</summary>
    public required IReadOnlyList<ConversationMessage> Messages { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
