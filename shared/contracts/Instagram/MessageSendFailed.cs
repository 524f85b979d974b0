namespace SocialSelling.Contracts.Instagram;

/// <summary>A message could not be sent and will not be tried again. Source: instagram.</summary>
public sealed record MessageSendFailed
{
    /// <summary>The workspace that owns everything in this message.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The client account, as the accounts service knows it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Messaging's id of the message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The suite's error code, such as <c>MSG_002</c> or <c>IG_002</c>.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence for the person who wrote the message.</summary>
    public required string Reason { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
