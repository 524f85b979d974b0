using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Measures the outbox for metrics and health.</summary>
internal sealed partial class OutboxWatcher(OutboxStore store, OutboxMetrics metrics, ILogger<OutboxWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var (depth, age) = await store.MeasureAsync(stoppingToken);
                metrics.Measured(depth, age);
            }
            catch (DbException error)
            {
                LogFailed(logger, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outbox could not be measured")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
