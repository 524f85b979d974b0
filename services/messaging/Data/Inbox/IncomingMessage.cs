using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>A message that the platform has told us of.</summary>
internal sealed record IncomingMessage(ContactKey Contact, string Channel, string PlatformMessageId, string? Text, DateTimeOffset SentAt)
{
    public static IncomingMessage From(MessageReceived message) => new(
        new ContactKey(message.WorkspaceId, message.AccountId, message.ContactPlatformId),
        message.Channel, message.PlatformMessageId, Storable(message.Text), message.SentAt.ToStored());

    public static IncomingMessage From(MessageEchoReceived message) => new(
        new ContactKey(message.WorkspaceId, message.AccountId, message.ContactPlatformId),
        message.Channel, message.PlatformMessageId, Storable(message.Text), message.SentAt.ToStored());

    // PostgreSQL's text cannot hold NUL, and one such message would fail its whole batch.
    private static string? Storable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
