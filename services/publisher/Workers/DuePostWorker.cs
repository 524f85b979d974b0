using Microsoft.Extensions.Options;
using SocialSelling.Publisher.Options;

namespace SocialSelling.Publisher.Workers;

/// <summary>Hands posts over at their time: sleeps until the next one is due, and is woken when a new one is planned.</summary>
internal sealed class DuePostWorker(
    IServiceScopeFactory scopes, DuePostListener listener, IOptions<PublisherOptions> options, TimeProvider clock, ILogger<DuePostWorker> logger)
    : BackgroundService
{
    /// <summary>Rows that are due but being claimed elsewhere must not make this loop spin.</summary>
    private static readonly TimeSpan MinSleep = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await listener.EnsureListeningAsync(stoppingToken);
                await listener.WaitAsync(await RunOnceAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A scheduler that ends stays silent for ever; it says what is wrong and goes on.
                WorkerLog.Failed(logger, exception);
                await listener.DisposeAsync();
                await Task.Delay(options.Value.RetryDelay, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Hands over everything that is due and says how long to sleep.</summary>
    private async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        int claimed;
        do
        {
            await using var batch = scopes.CreateAsyncScope();
            claimed = await batch.ServiceProvider.GetRequiredService<DuePostClaimer>().ClaimAsync(ct);
            if (claimed > 0) WorkerLog.Claimed(logger, claimed);
        }
        while (claimed > 0);

        await using var scope = scopes.CreateAsyncScope();
        var next = await scope.ServiceProvider.GetRequiredService<DuePostClaimer>().NextDueAsync(ct);
        var wait = next is null ? options.Value.MaxSleep : next.Value - clock.GetUtcNow();
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, MinSleep.Ticks, options.Value.MaxSleep.Ticks));
    }
}
