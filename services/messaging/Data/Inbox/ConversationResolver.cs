using Npgsql;

namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>Finds the conversations of a batch and begins those that are missing.</summary>
internal sealed class ConversationResolver(NpgsqlConnection connection, DateTimeOffset now)
{
    private readonly Dictionary<ContactKey, Guid> _conversations = [];

    /// <summary>Conversations begun here, in no order.</summary>
    public List<OpenedConversation> Opened { get; } = [];

    public async Task<IReadOnlyDictionary<ContactKey, Guid>> ResolveAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken ct)
    {
        await FindAsync([.. messages.Select(message => message.Contact).Distinct()], ct);
        var missing = messages.Where(message => !_conversations.ContainsKey(message.Contact)).DistinctBy(message => message.Contact).ToList();
        if (missing.Count == 0) return _conversations;

        await OpenAsync(missing, ct);
        // What another batch has begun meanwhile is committed by now: the insert waited for it.
        var lost = missing.Select(message => message.Contact).Where(key => !_conversations.ContainsKey(key)).ToArray();
        if (lost.Length > 0) await FindAsync(lost, ct);
        return _conversations;
    }

    private async Task FindAsync(ContactKey[] keys, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(InboxSql.PlanByKey),
                new NpgsqlBatchCommand(InboxSql.FindConversations) { Parameters = { Workspaces(keys), Accounts(keys), People(keys) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) _conversations[keys[reader.GetInt32(0)]] = reader.GetGuid(1);
    }

    private async Task OpenAsync(List<IncomingMessage> first, CancellationToken ct)
    {
        ContactKey[] keys = [.. first.Select(message => message.Contact)];
        Guid[] contactIds = [.. keys.Select(_ => Guid.CreateVersion7(now))];
        Guid[] conversationIds = [.. keys.Select(_ => Guid.CreateVersion7(now))];
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(InboxSql.AddContacts, keys, contactIds, new NpgsqlParameter<string[]> { TypedValue = [.. first.Select(message => message.Channel)] }),
                Command(InboxSql.AddConversations, keys, conversationIds, new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. first.Select(message => message.SentAt)] }),
            },
        };
        var byId = conversationIds.Zip(keys).ToDictionary(pair => pair.First, pair => pair.Second);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var opened = new OpenedConversation(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2));
            Opened.Add(opened);
            _conversations[byId[opened.Id]] = opened.Id;
        }
    }

    private NpgsqlBatchCommand Command(string sql, ContactKey[] keys, Guid[] ids, NpgsqlParameter more) => new(sql)
    {
        Parameters =
        {
            Workspaces(keys), Accounts(keys), People(keys), new NpgsqlParameter<Guid[]> { TypedValue = ids }, more,
            new NpgsqlParameter<DateTimeOffset> { TypedValue = now },
        },
    };

    private static NpgsqlParameter<Guid[]> Workspaces(ContactKey[] keys) => new() { TypedValue = [.. keys.Select(key => key.WorkspaceId)] };

    private static NpgsqlParameter<Guid[]> Accounts(ContactKey[] keys) => new() { TypedValue = [.. keys.Select(key => key.AccountId)] };

    private static NpgsqlParameter<string[]> People(ContactKey[] keys) => new() { TypedValue = [.. keys.Select(key => key.PlatformId)] };
}
