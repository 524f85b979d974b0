using Npgsql;

namespace SocialSelling.Instagram.Workers;

/// <summary>Looks now and then how far the work is behind, for the metrics.</summary>
internal sealed partial class LedgerWatch(NpgsqlDataSource database, InstagramMetrics metrics, TimeProvider clock, ILogger<LedgerWatch> logger) : BackgroundService
{
    private const string Sql = """
        select (select count(*) from webhook_deliveries where state = 'pending'),
               (select coalesce(extract(epoch from now() - received_at), 0)::float8 from webhook_deliveries where state = 'pending' order by id limit 1),
               (select count(*) from webhook_deliveries where state = 'waiting'),
               (select count(*) from outbound_messages where state = 'unknown')
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                metrics.Ledger(await ReadAsync(stoppingToken));
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFault(logger, e.GetType().Name);
            }
        }
    }

    private async Task<LedgerState> ReadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new LedgerState(reader.GetInt64(0), await reader.IsDBNullAsync(1, ct) ? 0 : reader.GetDouble(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger's depth could not be read: {Error}")]
    private static partial void LogFault(ILogger logger, string error);
}
