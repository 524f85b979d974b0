using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>What the messages of a batch have in common.</summary>
internal sealed record IncomingKind(string Direction, string Source, string State)
{
    public static readonly IncomingKind FromCustomer = new(MessageDirections.Inbound, MessageSources.Customer, MessageStates.Received);

    public static readonly IncomingKind FromPhone = new(MessageDirections.Outbound, MessageSources.Phone, MessageStates.Sent);

    public bool IsInbound => Direction == MessageDirections.Inbound;
}
