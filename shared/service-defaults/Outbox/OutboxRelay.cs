using System.Data.Common;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Takes committed rows in their order, publishes them and commits their removal. Any number of relays may work on one table.</summary>
internal sealed partial class OutboxRelay(
    OutboxStore store, OutboxPublisher publisher, OutboxSignal signal, OutboxMetrics metrics, ServiceSchema schema, IBusControl bus, ILogger<OutboxRelay> logger)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CallInterval = TimeSpan.FromMilliseconds(250);
    private int _failures;
    private long _calledAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // After a failure one row tries the way; a whole batch would only hold its locks for longer.
                var limit = _failures == 0 ? BatchSize : 1;
                var taken = await RelayAsync(limit, stoppingToken);
                _failures = 0;
                if (taken < limit) await signal.WaitAsync(PollInterval, stoppingToken);
            }
            catch (Exception error) when (error is DbException or TimeoutException or BrokerAwayException)
            {
                var delay = Backoff.After(++_failures, TimeSpan.FromSeconds(5));
                LogPaused(logger, delay.TotalSeconds, error);
                await Task.Delay(delay, stoppingToken);
            }
        }
    }

    private async Task<int> RelayAsync(int limit, CancellationToken ct)
    {
        await using var connection = await store.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var rows = await OutboxStore.TakeAsync(connection, limit, ct);
        if (rows.Count == 0) return 0;
        // From here on a stopping host waits: the removal of what was confirmed must be committed.
        var failures = await publisher.PublishAsync(rows);
        if (failures.Count > 0) await HandleAsync(connection, rows, failures);
        if (rows.Count == BatchSize) await CallOthersAsync(connection);
        await transaction.CommitAsync(CancellationToken.None);
        metrics.Published(rows.Count - failures.Count);
        return rows.Count;
    }

    // A broker that is away fails everybody and says nothing about a row; a row that fails alone waits alone.
    private async Task HandleAsync(NpgsqlConnection connection, List<OutboxRow> rows, IReadOnlyDictionary<long, Exception> failures)
    {
        metrics.Failed(failures.Count);
        if (failures.Count == rows.Count && bus.CheckHealth().Status != BusHealthStatus.Healthy) throw new BrokerAwayException(failures.Values.First());
        foreach (var row in rows.Where(row => failures.ContainsKey(row.Position)))
        {
            var delay = Backoff.After(row.Attempts + 1, TimeSpan.FromMinutes(1));
            LogRowFailed(logger, row.Id, row.Type, row.Attempts + 1, delay.TotalSeconds, failures[row.Position]);
            await OutboxStore.PutBackAsync(connection, row, delay, CancellationToken.None);
        }
    }

    // A full batch means a backlog: relays of other instances are asked to help, by their listeners.
    private async Task CallOthersAsync(NpgsqlConnection connection)
    {
        var now = Environment.TickCount64;
        if (now - _calledAt < CallInterval.TotalMilliseconds) return;
        _calledAt = now;
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, '')", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = OutboxListener.ChannelOf(schema) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox pauses for {Seconds:0.0} s")]
    private static partial void LogPaused(ILogger logger, double seconds, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of type {Type} could not be published (attempt {Attempt}); next in {Seconds:0.0} s")]
    private static partial void LogRowFailed(ILogger logger, Guid messageId, string type, int attempt, double seconds, Exception error);
}
