using Npgsql;
using SocialSelling.Contracts.Messaging;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>Stores batches of messages from the platform: one transaction and a handful of statements, however many messages.</summary>
/// <remarks>A message that is known already changes nothing, so a batch may be delivered again.</remarks>
internal sealed class InboxWriter(NpgsqlDataSource database, IOutboxWriter outbox, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>How many of them were new.</summary>
    public async Task<int> WriteAsync(IncomingKind kind, IEnumerable<IncomingMessage> messages, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var batch = messages.DistinctBy(message => (message.Channel, message.Contact.AccountId, message.PlatformMessageId)).ToList();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        var resolver = new ConversationResolver(connection, now);
        var conversations = await resolver.ResolveAsync(batch, ct);
        var stored = await MessageInserter.InsertAsync(connection, kind, batch, conversations, resolver.Opened, now, ct);
        if (stored.Count > 0) await outbox.AddRangeAsync(connection, transaction, Events(kind, stored, now), ct);

        await transaction.CommitAsync(ct);
        if (stored.Count > 0) signal.Notify();
        return stored.Count;
    }

    private static List<ConversationUpdated> Events(IncomingKind kind, List<StoredMessage> stored, DateTimeOffset now) =>
    [
        .. stored.GroupBy(message => message.ConversationId).Select(group => new ConversationUpdated
        {
            WorkspaceId = group.First().Message.Contact.WorkspaceId,
            ConversationId = group.Key,
            AccountId = group.First().Message.Contact.AccountId,
            UnreadCount = group.First().UnreadCount,
            LastMessageAt = group.First().LastMessageAt,
            Messages = [.. group.OrderBy(message => message.Message.SentAt).ThenBy(message => message.Id).Select(message => Describe(kind, message))],
            OccurredAt = now,
        }),
    ];

    private static ConversationMessage Describe(IncomingKind kind, StoredMessage stored) => new()
    {
        Id = stored.Id,
        Direction = kind.Direction,
        Text = stored.Message.Text,
        State = kind.State,
        SentAt = stored.Message.SentAt,
    };
}
