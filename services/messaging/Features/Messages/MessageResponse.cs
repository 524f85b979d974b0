namespace SocialSelling.Messaging.Features.Messages;

/// <summary>A message.</summary>
/// <param name="Id">The message.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="Channel"><c>instagram</c> or <c>whatsapp</c>.</param>
/// <param name="Direction"><c>inbound</c> or <c>outbound</c>.</param>
/// <param name="Source"><c>customer</c>, <c>api</c> (written here) or <c>phone</c> (written in the platform's own app).</param>
/// <param name="State"><c>received</c>; or <c>queued</c>, then <c>sent</c> or <c>failed</c>.</param>
/// <param name="Text">The text; null when it has none.</param>
/// <param name="IsRead">Whether somebody has read it here; true of outbound messages.</param>
/// <param name="Failure">Why it could not be sent; null unless the state is <c>failed</c>.</param>
/// <param name="PlatformMessageId">Meta's id; null until Meta has taken a message written here.</param>
/// <param name="SentAt">Meta's time of a received message, the time of writing of one written here, UTC.</param>
/// <param name="CreatedAt">When it was stored, UTC.</param>
public sealed record MessageResponse(
    Guid Id,
    Guid ConversationId,
    Guid AccountId,
    string Channel,
    string Direction,
    string Source,
    string State,
    string? Text,
    bool IsRead,
    MessageFailure? Failure,
    string? PlatformMessageId,
    DateTimeOffset SentAt,
    DateTimeOffset CreatedAt);

/// <summary>Why a message could not be sent.</summary>
/// <param name="Code">The suite's error code, such as <c>MSG_002</c>.</param>
/// <param name="Reason">A sentence for the person who wrote it.</param>
public sealed record MessageFailure(string Code, string Reason);
