using Npgsql;
using NpgsqlTypes;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>Stores many webhooks with one statement, which is also the transaction: one disk sync for all of them.</summary>
internal sealed class LedgerInsert(NpgsqlDataSource database)
{
    private const string Sql = """
        insert into webhook_deliveries (received_at, body, size, state)
        select received_at, body, octet_length(body), 'pending' from unnest($1, $2) as waiting (received_at, body)
        """;

    public async Task ExecuteAsync(List<WaitingDelivery> batch, CancellationToken ct)
    {
        var times = new DateTimeOffset[batch.Count];
        var bodies = new byte[batch.Count][];
        for (var i = 0; i < batch.Count; i++)
        {
            times[i] = batch[i].ReceivedAt;
            bodies[i] = batch[i].Body;
        }

        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = times, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = bodies, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(ct);
    }
}
