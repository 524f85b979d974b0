namespace SocialSelling.Messaging.Domain;

/// <summary>How many conversations an account has in a status: what a list's total would otherwise count on every request.</summary>
/// <remarks>Changed in the transaction that changes the conversations, as its last lock, so that two writers cannot wait for each other.</remarks>
internal sealed class ConversationCount
{
    private ConversationCount()
    {
    }

    public Guid WorkspaceId { get; private set; }

    public Guid AccountId { get; private set; }

    public string Status { get; private set; } = "";

    public long Total { get; private set; }

    /// <summary>Those of them that have unread messages.</summary>
    public long Unread { get; private set; }
}
