using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Forgets consumed messages and stored answers when their time is over.</summary>
internal sealed partial class TableCleaner(NpgsqlDataSource dataSource, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<TableCleaner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    internal async Task CleanAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await DeleteAsync("inbox_messages", "received_at", now.AddDays(-options.Value.InboxDays), ct);
        await DeleteAsync("idempotency_keys", "created_at", now.AddHours(-options.Value.IdempotencyHours), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (DbException error)
            {
                LogFailed(logger, error);
            }
        }
    }

    // In portions, so that no statement holds many locks or runs into its time-out.
    private async Task DeleteAsync(string table, string column, DateTimeOffset before, CancellationToken ct)
    {
        int deleted;
        do
        {
            await using var command = dataSource.CreateCommand(
                $"DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {column} < $1 LIMIT 5000))");
            command.Parameters.Add(new NpgsqlParameter { Value = before });
            deleted = await command.ExecuteNonQueryAsync(ct);
        }
        while (deleted == 5000);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old rows could not be removed; tried again later")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
