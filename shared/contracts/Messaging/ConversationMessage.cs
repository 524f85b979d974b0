namespace SocialSelling.Contracts.Messaging;

/// <summary>One message within <see cref="ConversationUpdated"/>.</summary>
public sealed record ConversationMessage
{
    /// <summary>Messaging's id of the message.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>inbound</c> or <c>outbound</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The text, absent when the message has none.</summary>
    public string? Text { get; init; }

    /// <summary><c>received</c>, <c>queued</c>, <c>sent</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, when it did.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Time of the message, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
