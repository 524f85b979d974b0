namespace SocialSelling.Instagram.Workers;

/// <summary>Claims work as places become free and does it side by side, until the host stops; then what is under way is waited for.</summary>
/// <param name="name">What is worked on, for the log.</param>
/// <param name="concurrency">Pieces of work at a time.</param>
/// <param name="pollInterval">How often the table is looked at when nobody called.</param>
/// <param name="signal">Whoever has new work calls here.</param>
/// <param name="logger">The worker's.</param>
internal sealed partial class ClaimLoop<TWorker>(string name, int concurrency, TimeSpan pollInterval, WorkSignal<TWorker> signal, ILogger<TWorker> logger)
{
    private readonly Slots _slots = new(concurrency);

    public async Task RunAsync(Func<int, CancellationToken, Task<List<Guid>>> claim, Func<Guid, Task> work, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var claimed = await TryClaimAsync(claim, stoppingToken);
            foreach (var id in claimed)
            {
                _slots.Start(() => work(id), Ended);
            }

            if (claimed.Count == 0)
            {
                await WaitAsync(stoppingToken);
            }
        }

        await _slots.DrainAsync();
    }

    private void Ended(Exception? fault)
    {
        if (fault is not null)
        {
            LogUnexpected(logger, name, fault);
        }

        signal.Notify();
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await signal.WaitAsync(pollInterval, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Shutting down: what is under way is waited for.
        }
    }

    private async Task<List<Guid>> TryClaimAsync(Func<int, CancellationToken, Task<List<Guid>>> claim, CancellationToken ct)
    {
        try
        {
            return _slots.Free is > 0 and var free ? await claim(free, ct) : [];
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception e) when (DatabaseFault.Is(e))
        {
            LogFault(logger, name, e);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The waiting {Name} could not be read")]
    private static partial void LogFault(ILogger logger, string name, Exception e);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Work on one of the {Name} ended unexpectedly; its outcome will be looked up")]
    private static partial void LogUnexpected(ILogger logger, string name, Exception e);
}
