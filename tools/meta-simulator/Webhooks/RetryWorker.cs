using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Puts failed deliveries back into the queue when their moment comes, also when the clock is moved.</summary>
internal sealed class RetryWorker(RetrySchedule schedule, WebhookQueue queue, SimulatorClock clock) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var signal = new SemaphoreSlim(0);
        void Wake() => signal.Release();
        schedule.Changed += Wake;
        clock.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var now = clock.GetUtcNow();
                var (due, next) = schedule.TakeDue(now);
                foreach (var delivery in due)
                {
                    await queue.AddAsync(delivery, stoppingToken);
                }

                var wait = (next ?? DateTimeOffset.MaxValue) - now;
                await signal.WaitAsync(wait < LongestWait ? wait : LongestWait, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            schedule.Changed -= Wake;
            clock.Changed -= Wake;
        }
    }
}
