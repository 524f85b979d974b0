namespace SocialSelling.Contracts.Messaging;

/// <summary>Conversations of a workspace changed. Source: messaging; every messaging instance pushes each of them to the workspace's clients.</summary>
/// <remarks>One event for all that a batch of messages has changed: an event a conversation would cost more than storing the messages.</remarks>
public sealed record ConversationsUpdated
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The changes, each conversation at most once.</summary>
    public required IReadOnlyList<ConversationUpdated> Conversations { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
