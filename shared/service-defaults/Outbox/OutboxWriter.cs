using Npgsql;
using NpgsqlTypes;

namespace SocialSelling.ServiceDefaults.Outbox;

internal sealed class OutboxWriter(TimeProvider clock) : IOutboxWriter
{
    private const string Insert =
        """
        INSERT INTO outbox_messages (id, type, payload, trace_parent, correlation_id, created_at)
        SELECT id, type, payload, $4, $5, $6 FROM unnest($1, $2, $3) WITH ORDINALITY AS rows (id, type, payload, place) ORDER BY place
        """;

    public async Task AddRangeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<object> messages, CancellationToken ct)
    {
        if (messages.Count == 0) return;
        var rows = messages.Select(message => OutboxMessage.Create(message, clock.GetUtcNow())).ToList();
        await using var command = new NpgsqlCommand(Insert, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. rows.Select(row => row.Id)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Type)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Payload)] });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)rows[0].TraceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)rows[0].CorrelationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = rows[0].CreatedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(ct);
    }
}
