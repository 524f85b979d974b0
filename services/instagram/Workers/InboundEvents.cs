using SocialSelling.Contracts.Instagram;

namespace SocialSelling.Instagram.Workers;

/// <summary>What is told of the messages of one transaction: few events, however many messages.</summary>
internal static class InboundEvents
{
    // Keeps an event well below the size at which brokers become slow.
    private const int MessagesAnEvent = 50;

    public static IEnumerable<object> Of(IReadOnlyList<ResolvedMessage> messages, DateTimeOffset now) =>
    [
        .. from message in messages
           where !message.Message.IsEcho
           group message by message.Account into account
           from chunk in account.Chunk(MessagesAnEvent)
           select new MessagesReceived
           {
               WorkspaceId = account.Key.WorkspaceId,
               AccountId = account.Key.AccountId,
               Messages = [.. chunk.Select(message => message.ToReceived(now))],
               OccurredAt = now,
           },
        .. messages.Where(message => message.Message.IsEcho).Select(message => message.ToEcho(now)),
    ];
}
