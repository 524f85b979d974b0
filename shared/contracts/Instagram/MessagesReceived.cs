namespace SocialSelling.Contracts.Instagram;

/// <summary>Customers wrote to a client account. Source: instagram, from Meta's webhooks.</summary>
/// <remarks>One event for all that one transaction found in the ledger: usually a single message, in a storm many. See docs/adr/0007-events-that-carry-many.md.</remarks>
public sealed record MessagesReceived
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The messages, at most 50, in the order in which their webhooks arrived.</summary>
    public required IReadOnlyList<MessageReceived> Messages { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
