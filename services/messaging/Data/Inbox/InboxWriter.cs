using Npgsql;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>Stores batches of messages from the platform: one transaction and a handful of statements, however many messages.</summary>
/// <remarks>A message that is known already changes nothing, so a batch may be delivered again.</remarks>
internal sealed class InboxWriter(NpgsqlDataSource database, IOutboxWriter outbox, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>How many of them were new.</summary>
    public async Task<int> WriteAsync(IncomingKind kind, IEnumerable<IncomingMessage> messages, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToStored();
        var batch = messages.DistinctBy(message => (message.Channel, message.Contact.AccountId, message.PlatformMessageId)).ToList();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var erased = await ErasedWorkspaces.AmongAsync(connection, [.. batch.Select(message => message.Contact.WorkspaceId).Distinct()], ct);
        if (erased.Count > 0) batch.RemoveAll(message => erased.Contains(message.Contact.WorkspaceId));
        if (batch.Count == 0) return 0;

        var resolver = new ConversationResolver(connection, now);
        var conversations = await resolver.ResolveAsync(batch, ct);
        var stored = await MessageInserter.InsertAsync(connection, kind, batch, conversations, resolver.Opened, now, ct);
        if (stored.Count > 0) await outbox.AddRangeAsync(connection, transaction, InboxEvents.Of(kind, stored, now), ct);

        await transaction.CommitAsync(ct);
        if (stored.Count > 0) signal.Notify();
        return stored.Count;
    }
}
