using Microsoft.Extensions.Options;
using Npgsql;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Group commit: each writer takes all webhooks that wait and commits them at once, while the next ones gather.</summary>
internal sealed partial class LedgerWriter(
    WebhookLedger ledger, LedgerInsert insert, WorkSignal<WebhookProcessor> processor, IOptions<WebhookOptions> options, ILogger<LedgerWriter> logger)
    : BackgroundService
{
    private const int MaxBatchBytes = 8 * 1024 * 1024;

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        ledger.Close();
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Writers).Select(_ => Task.Run(WriteAsync, CancellationToken.None)));

    /// <summary>Ends when the ledger is closed and empty, not on cancellation: whoever waits for a commit gets it.</summary>
    private async Task WriteAsync()
    {
        var batch = new List<WaitingDelivery>();
        while (await ledger.Waiting.WaitToReadAsync(CancellationToken.None))
        {
            Fill(batch);
            if (batch.Count > 0)
            {
                ledger.Settle(batch, await TryStoreAsync(batch));
                batch.Clear();
            }
        }
    }

    private void Fill(List<WaitingDelivery> batch)
    {
        for (var bytes = 0; batch.Count < options.Value.WriteBatch && bytes < MaxBatchBytes && ledger.Waiting.TryRead(out var delivery);)
        {
            batch.Add(delivery);
            bytes += delivery.Body.Length;
        }
    }

    private async Task<bool> TryStoreAsync(List<WaitingDelivery> batch)
    {
        using var limit = new CancellationTokenSource(options.Value.CommitTimeout);
        try
        {
            await insert.ExecuteAsync(batch, limit.Token);
            processor.Notify();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            LogNotStored(logger, batch.Count, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} webhooks could not be stored and were answered 503: {Error}")]
    private static partial void LogNotStored(ILogger logger, int count, string error);
}
