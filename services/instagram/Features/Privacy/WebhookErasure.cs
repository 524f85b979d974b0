using System.Globalization;
using Npgsql;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Instagram.Features.Privacy;

/// <summary>Takes a workspace's accounts out of the raw webhooks. The ledger knows no accounts, so all of it is looked through, a stretch at a time.</summary>
/// <remarks>
/// A webhook may carry other workspaces' accounts too: then only the entries of the erased ones are cut out. What came after an account had
/// moved to another workspace is that workspace's.
/// </remarks>
internal static class WebhookErasure
{
    public const string Name = "webhooks";

    /// <summary>Rows a stretch: some megabytes that PostgreSQL reads.</summary>
    private const int Stretch = 10_000;

    private const string Find = """
        SELECT d.id, d.body, array_agg(a.platform_account_id::text)
        FROM webhook_deliveries d
        JOIN instagram_accounts a ON a.workspace_id = $1 AND position(convert_to(a.platform_account_id, 'UTF8') IN d.body) > 0
        WHERE d.id > $2 AND d.id <= $3 AND NOT EXISTS (
            SELECT FROM instagram_accounts other
            WHERE other.platform_account_id = a.platform_account_id AND other.workspace_id <> $1 AND other.connected AND other.changed_at <= d.received_at)
        GROUP BY d.id
        """;

    private const string Cut = """
        UPDATE webhook_deliveries SET body = $2, size = octet_length($2),
            waiting_for = ARRAY(SELECT w FROM unnest(waiting_for) w WHERE w <> ALL ($3)),
            state = CASE WHEN state = 'waiting' AND waiting_for <@ $3 THEN 'processed' ELSE state END
        WHERE id = $1
        """;

    public static async Task<bool> EraseAsync(ErasureBatch batch, CancellationToken ct)
    {
        var start = batch.Cursor.Length == 0 ? 0 : long.Parse(batch.Cursor, CultureInfo.InvariantCulture);
        var end = await EndAsync(batch.Connection, ct);
        var found = await FindAsync(batch, start, ct);
        foreach (var (id, body, accounts) in found)
        {
            await EraseAsync(batch.Connection, id, WebhookCut.Without(body, accounts), accounts, ct);
        }

        batch.Count(Name, found.Count);
        batch.Cursor = (start + Stretch).ToString(CultureInfo.InvariantCulture);
        return start + Stretch < end;
    }

    private static async Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(id), 0) FROM webhook_deliveries", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<List<(long Id, byte[] Body, string[] Accounts)>> FindAsync(ErasureBatch batch, long start, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Find, batch.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = batch.SubjectId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start + Stretch });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(long, byte[], string[])>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<string[]>(2)));
        }

        return found;
    }

    private static async Task EraseAsync(NpgsqlConnection connection, long id, byte[]? rest, string[] accounts, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(rest is null ? "DELETE FROM webhook_deliveries WHERE id = $1" : Cut, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        if (rest is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = rest });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = accounts });
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}
