namespace SocialSelling.Messaging.Domain;

/// <summary>The thread with one contact. Incoming messages change it through the set-based inbox writer, everything else through these verbs.</summary>
/// <remarks>Whoever changes it locks its row first, so that counters and preview never rest on a stale copy.</remarks>
internal sealed class Conversation
{
    private Conversation()
    {
    }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid AccountId { get; private set; }

    public Guid ContactId { get; private set; }

    public string Channel { get; private set; } = "";

    public string Status { get; private set; } = ConversationStatuses.Open;

    /// <summary>Inbound messages that nobody has read.</summary>
    public int UnreadCount { get; private set; }

    public Guid? LastMessageId { get; private set; }

    public DateTimeOffset LastMessageAt { get; private set; }

    public string? LastMessagePreview { get; private set; }

    public string? LastMessageDirection { get; private set; }

    /// <summary>Until when the platform lets us answer; absent while the customer has never written.</summary>
    public DateTimeOffset? WindowExpiresAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsWindowOpen(DateTimeOffset now) => now < WindowExpiresAt;

    public void Append(Message message, DateTimeOffset now)
    {
        UpdatedAt = now;
        if (LastMessageId is { } last && (message.SentAt, message.Id).CompareTo((LastMessageAt, last)) < 0) return;
        Show(message);
    }

    /// <summary>An echo that turned out to be <paramref name="message"/> has been removed.</summary>
    public void ReplaceEcho(Guid echoId, Message message, DateTimeOffset now)
    {
        UpdatedAt = now;
        if (LastMessageId == echoId) Show(message);
    }

    public void MarkRead(int messages, DateTimeOffset now)
    {
        UnreadCount = Math.Max(0, UnreadCount - messages);
        UpdatedAt = now;
    }

    private void Show(Message message)
    {
        LastMessageId = message.Id;
        LastMessageAt = message.SentAt;
        LastMessagePreview = Preview.Of(message.Text);
        LastMessageDirection = message.Direction;
    }
}
