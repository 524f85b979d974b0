using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Works the ledger off in the order of arrival, batch by batch, for as long as the service runs.</summary>
internal sealed partial class WebhookProcessor(
    DeliveryProcessor deliveries, WebhookLedger ledger, WorkSignal<WebhookProcessor> signal, IOptions<WebhookOptions> options, ILogger<WebhookProcessor> logger) : BackgroundService
{
    private static readonly TimeSpan FaultPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Hand the thread back: the host starts its services one after another.
        await Task.Yield();
        var singly = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var taken = singly > 0 ? await deliveries.ProcessSingleAsync(stoppingToken) : await deliveries.ProcessBatchAsync(stoppingToken);
                singly = Math.Max(0, singly - 1);
                await RestAsync(taken, stoppingToken);
            }
            catch (PostgresException e) when (DeliveryProcessor.IsDataFault(e))
            {
                // One delivery spoilt its batch: go through them singly, so that it alone is set aside.
                LogSingly(logger, e.SqlState);
                singly = options.Value.ProcessBatch;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFault(logger, e);
                await Task.Delay(FaultPause, stoppingToken);
            }
        }
    }

    /// <summary>Waits for work; during a storm it leaves the processor and the database to those who acknowledge, because Meta does not wait.</summary>
    private async Task RestAsync(int taken, CancellationToken ct)
    {
        if (taken == 0)
        {
            await signal.WaitAsync(options.Value.PollInterval, ct);
        }
        else if (ledger.Count >= options.Value.StormBacklog)
        {
            await Task.Delay(options.Value.StormPause, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database refused a batch of webhooks ({SqlState}); they are processed one by one")]
    private static partial void LogSingly(ILogger logger, string sqlState);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be processed; they stay in the ledger")]
    private static partial void LogFault(ILogger logger, Exception e);
}
