using Npgsql;
using NpgsqlTypes;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>The relay's statements. Rows are deleted on taking; the commit comes after the broker's confirmation, so a crash brings them back.</summary>
internal sealed class OutboxStore(NpgsqlDataSource dataSource)
{
    private const string Take =
        """
        DELETE FROM outbox_messages WHERE position = ANY (ARRAY(
            SELECT position FROM outbox_messages WHERE next_attempt_at IS NULL OR next_attempt_at <= now()
            ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED))
        RETURNING position, id, type, payload, trace_parent, correlation_id, created_at, attempts
        """;

    private const string PutBack =
        """
        INSERT INTO outbox_messages (position, id, type, payload, trace_parent, correlation_id, created_at, attempts, next_attempt_at) OVERRIDING SYSTEM VALUE
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9)
        """;

    private const string Measure =
        """
        SELECT (SELECT count(*) FROM (SELECT FROM outbox_messages LIMIT 1000000) AS bounded),
               (SELECT extract(epoch FROM now() - created_at)::float8 FROM outbox_messages ORDER BY position LIMIT 1)
        """;

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct) => dataSource.OpenConnectionAsync(ct);

    public static async Task<List<OutboxRow>> TakeAsync(NpgsqlConnection connection, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Take, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Read(reader));
        rows.Sort((left, right) => left.Position.CompareTo(right.Position));
        return rows;
    }

    public static async Task PutBackAsync(NpgsqlConnection connection, OutboxRow row, TimeSpan delay, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(PutBack, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.Position });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Type });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Payload });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)row.TraceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)row.CorrelationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = row.CreatedAt });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = row.Attempts + 1 });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = delay });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<(long Depth, double AgeSeconds)> MeasureAsync(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Measure);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), await reader.IsDBNullAsync(1, ct) ? 0 : reader.GetDouble(1));
    }

    private static OutboxRow Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.GetInt32(7));
}
