using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Hears the call of other instances and wakes this one's relay.</summary>
internal sealed partial class OutboxListener(OutboxStore store, OutboxSignal signal, ServiceSchema schema, ILogger<OutboxListener> logger) : BackgroundService
{
    public static string ChannelOf(ServiceSchema schema) => $"outbox_{schema.Name}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (DbException error)
            {
                LogLost(logger, error);
                await Task.Delay(Backoff.After(failures, TimeSpan.FromSeconds(15)), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await store.OpenAsync(ct);
        connection.Notification += (_, _) => signal.Notify();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"LISTEN {ChannelOf(schema)}";
            await command.ExecuteNonQueryAsync(ct);
        }

        // It never goes back to the pool whole, where it would go on listening: it ends broken or with the process.
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Outbox listener lost its connection")]
    private static partial void LogLost(ILogger logger, Exception error);
}
