using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Takes committed rows in their order, publishes them and commits their removal. Any number of relays may work on one table.</summary>
internal sealed partial class OutboxRelay(
    OutboxStore store, OutboxPublisher publisher, OutboxSignal signal, OutboxMetrics metrics, ServiceSchema schema, ILogger<OutboxRelay> logger)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CallInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BrokerCap = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RowCap = TimeSpan.FromMinutes(1);
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
                Succeeded();
                if (taken < limit) await signal.WaitAsync(PollInterval, stoppingToken);
            }
            catch (Exception error) when (error is DbException or TimeoutException or BrokerAwayException)
            {
                await PauseAsync(error, stoppingToken);
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
        metrics.Counted(rows.Count - failures.Count, failures.Count);
        var away = failures.Count == rows.Count && failures.Values.All(error => !OutboxPublisher.IsFaultOfRow(error));
        // A broker that is away says nothing about the rows: a batch goes back as it was. The single row that tried the way
        // is put back like a faulty one, for it may be the one that breaks the connection.
        if (away && rows.Count > 1) throw new BrokerAwayException(failures.Values.First());
        foreach (var row in rows.Where(row => failures.ContainsKey(row.Position))) await PutBackAsync(connection, row, failures[row.Position]);
        if (rows.Count == BatchSize) await CallOthersAsync(connection);
        await transaction.CommitAsync(CancellationToken.None);
        return away ? throw new BrokerAwayException(failures.Values.First()) : rows.Count;
    }

    private async Task PutBackAsync(NpgsqlConnection connection, OutboxRow row, Exception error)
    {
        var faulty = OutboxPublisher.IsFaultOfRow(error);
        var delay = Backoff.After(row.Attempts + 1, faulty ? RowCap : BrokerCap);
        if (faulty) LogRowFailed(logger, row.Id, row.Type, row.Attempts + 1, delay.TotalSeconds, error);
        await OutboxStore.PutBackAsync(connection, row, delay, CancellationToken.None);
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

    private void Succeeded()
    {
        _failures = 0;
        metrics.IsPaused = false;
    }

    private async Task PauseAsync(Exception error, CancellationToken ct)
    {
        var delay = Backoff.After(++_failures, BrokerCap);
        metrics.IsPaused = true;
        LogPaused(logger, delay.TotalSeconds, error);
        await Task.Delay(delay, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox pauses for {Seconds:0.0} s")]
    private static partial void LogPaused(ILogger logger, double seconds, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of type {Type} could not be published (attempt {Attempt}); next in {Seconds:0.0} s")]
    private static partial void LogRowFailed(ILogger logger, Guid messageId, string type, int attempt, double seconds, Exception error);
}
