using System.Diagnostics;
using Npgsql;

namespace SocialSelling.Load.Peers;

/// <summary>The limit for a durable receipt without group commit: one INSERT and one commit a row, 16 clients.</summary>
internal static class SingleRowInserts
{
    private const int Clients = 16;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task<double> PerSecondAsync(string postgres, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await ExecuteAsync(source, "CREATE SCHEMA IF NOT EXISTS bench; DROP TABLE IF EXISTS bench.rows; CREATE TABLE bench.rows (id uuid PRIMARY KEY, body bytea NOT NULL)", ct);
        var watch = Stopwatch.StartNew();
        var inserted = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => InsertAsync(source, watch, ct)));
        var rate = inserted.Sum() / watch.Elapsed.TotalSeconds;
        await ExecuteAsync(source, "DROP SCHEMA bench CASCADE", ct);
        return rate;
    }

    private static async Task<long> InsertAsync(NpgsqlDataSource source, Stopwatch watch, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("INSERT INTO bench.rows VALUES ($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid>());
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = new byte[300] });
        await command.PrepareAsync(ct);
        var count = 0L;
        for (; watch.Elapsed < Length; count++)
        {
            ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = Guid.CreateVersion7();
            await command.ExecuteNonQueryAsync(ct);
        }

        return count;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
