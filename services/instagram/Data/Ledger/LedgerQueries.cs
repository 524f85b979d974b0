using Npgsql;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>The ledger's statements for many rows at once; all run within the connection's transaction.</summary>
internal static class LedgerQueries
{
    /// <summary>Locks the oldest pending deliveries that fit the limits, at least one. Other instances pass over them.</summary>
    public static async Task<List<ClaimedDelivery>> ClaimAsync(NpgsqlConnection connection, int limit, long maxBytes, CancellationToken ct)
    {
        var ids = await LockAsync(connection, limit, maxBytes, ct);
        var claimed = new List<ClaimedDelivery>(ids.Count);
        if (ids.Count == 0)
        {
            return claimed;
        }

        await using var command = new NpgsqlCommand("select id, received_at, body from webhook_deliveries where id = any($1) order by id", connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            claimed.Add(new ClaimedDelivery(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<byte[]>(2)));
        }

        return claimed;
    }

    public static async Task MarkAsync(NpgsqlConnection connection, IReadOnlyList<DeliveryMark> marks, DateTimeOffset now, CancellationToken ct)
    {
        const string sql = """
            update webhook_deliveries d
            set state = m.state, events = m.events, ignored = m.ignored, reason = m.reason, processed_at = $6
            from unnest($1, $2, $3, $4, $5) as m (id, state, events, ignored, reason) where d.id = m.id
            """;
        await using var batch = new NpgsqlBatch(connection);
        var all = new NpgsqlBatchCommand(sql);
        all.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. marks.Select(m => m.Id)] });
        all.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. marks.Select(m => m.StateText)] });
        all.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. marks.Select(m => m.Events)] });
        all.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. marks.Select(m => m.Ignored)] });
        all.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. marks.Select(m => m.Reason)] });
        all.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        batch.BatchCommands.Add(all);
        foreach (var mark in marks.Where(m => m.WaitingFor.Count > 0))
        {
            var waiting = new NpgsqlBatchCommand("update webhook_deliveries set waiting_for = $2 where id = $1");
            waiting.Parameters.Add(new NpgsqlParameter<long> { TypedValue = mark.Id });
            waiting.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. mark.WaitingFor] });
            batch.BatchCommands.Add(waiting);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<long>> LockAsync(NpgsqlConnection connection, int limit, long maxBytes, CancellationToken ct)
    {
        const string sql = "select id, size from webhook_deliveries where state = 'pending' order by id limit $1 for update skip locked";
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<long>();
        for (var bytes = 0L; await reader.ReadAsync(ct) && (ids.Count == 0 || bytes < maxBytes);)
        {
            ids.Add(reader.GetInt64(0));
            bytes += reader.GetInt32(1);
        }

        return ids;
    }
}
