namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>A conversation: everything exchanged with one contact through one client account.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="AccountUsername">The client account's handle; null until messaging has heard of the account.</param>
/// <param name="Channel"><c>instagram</c> or <c>whatsapp</c>.</param>
/// <param name="Status"><c>open</c>.</param>
/// <param name="UnreadCount">Messages from the customer that nobody has read.</param>
/// <param name="LastMessage">The newest message; null before there is one.</param>
/// <param name="LastMessageAt">Time of the newest message, UTC.</param>
/// <param name="WindowExpiresAt">Until when the platform lets one answer, UTC: 24 hours after the customer's last message; null if the customer has never written.</param>
/// <param name="Contact">The customer.</param>
/// <param name="CreatedAt">When the conversation began here, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record ConversationResponse(
    Guid Id,
    Guid AccountId,
    string? AccountUsername,
    string Channel,
    string Status,
    int UnreadCount,
    LastMessage? LastMessage,
    DateTimeOffset LastMessageAt,
    DateTimeOffset? WindowExpiresAt,
    ConversationContact Contact,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a list shows of the newest message.</summary>
/// <param name="Id">The message.</param>
/// <param name="Direction"><c>inbound</c> or <c>outbound</c>.</param>
/// <param name="Preview">Its first 160 characters; null when it has no text.</param>
public sealed record LastMessage(Guid Id, string Direction, string? Preview);

/// <summary>The customer of a conversation.</summary>
/// <param name="Id">The contact.</param>
/// <param name="PlatformId">Meta's id of the person, scoped to the client account.</param>
/// <param name="Username">The handle, if known.</param>
/// <param name="Name">The display name, if known.</param>
public sealed record ConversationContact(Guid Id, string PlatformId, string? Username, string? Name);
