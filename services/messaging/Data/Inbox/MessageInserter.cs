using Npgsql;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>Locks the conversations of a batch and inserts its messages, in one round trip.</summary>
internal static class MessageInserter
{
    public static async Task<List<StoredMessage>> InsertAsync(
        NpgsqlConnection connection, IncomingKind kind, IReadOnlyList<IncomingMessage> messages,
        IReadOnlyDictionary<ContactKey, Guid> conversations, List<OpenedConversation> opened, DateTimeOffset now, CancellationToken ct)
    {
        var ids = new Guid[messages.Count];
        var threads = new Guid[messages.Count];
        var byId = new Dictionary<Guid, int>(messages.Count);
        for (var i = 0; i < ids.Length; i++)
        {
            byId[ids[i] = Guid.CreateVersion7(now)] = i;
            threads[i] = conversations[messages[i].Contact];
        }

        var add = new NpgsqlBatchCommand(InboxSql.AddMessages);
        AddMessages(add.Parameters, messages, ids, threads);
        AddConstants(add.Parameters, kind, opened, now);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(InboxSql.LockConversations) { Parameters = { Of(threads.Distinct().ToArray()) } }, add },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var stored = new List<StoredMessage>(messages.Count);
        while (await reader.ReadAsync(ct))
        {
            var (unread, lastAt) = (reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1));
            stored.AddRange(reader.GetFieldValue<Guid[]>(2).Select(id => byId[id]).Select(i => new StoredMessage(ids[i], threads[i], messages[i], unread, lastAt)));
        }

        return stored;
    }

    private static void AddMessages(NpgsqlParameterCollection to, IReadOnlyList<IncomingMessage> messages, Guid[] ids, Guid[] threads)
    {
        to.Add(Of(ids));
        to.Add(Of(threads));
        to.Add(Of(messages.Select(message => message.Contact.WorkspaceId).ToArray()));
        to.Add(Of(messages.Select(message => message.Contact.AccountId).ToArray()));
        to.Add(Of(messages.Select(message => message.Channel).ToArray()));
        to.Add(Of(messages.Select(message => message.PlatformMessageId).ToArray()));
        to.Add(Of(messages.Select(message => message.Text).ToArray()));
        to.Add(Of(messages.Select(message => message.SentAt).ToArray()));
    }

    private static void AddConstants(NpgsqlParameterCollection to, IncomingKind kind, List<OpenedConversation> opened, DateTimeOffset now)
    {
        to.Add(Of(kind.Direction));
        to.Add(Of(kind.Source));
        to.Add(Of(kind.State));
        to.Add(Of(kind.IsInbound));
        to.Add(Of(now));
        to.Add(Of(ReplyWindow.Length));
        to.Add(Of(opened.Select(conversation => conversation.WorkspaceId).ToArray()));
        to.Add(Of(opened.Select(conversation => conversation.AccountId).ToArray()));
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
