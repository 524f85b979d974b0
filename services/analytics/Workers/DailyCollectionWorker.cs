using Microsoft.Extensions.Options;
using SocialSelling.Analytics.Options;

namespace SocialSelling.Analytics.Workers;

/// <summary>Has every connected account collected once a UTC day, and one that was just connected within a minute.</summary>
internal sealed class DailyCollectionWorker(
    IServiceScopeFactory scopes, IOptions<AnalyticsOptions> options, TimeProvider clock, ILogger<DailyCollectionWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CollectionCheck, clock);
        do
        {
            try
            {
                await ClaimAllAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A worker that ends stays silent for ever; it says what is wrong and tries again at the next tick.
                WorkerLog.Failed(logger, exception);
            }
        }
        while (await NextTickAsync(timer, stoppingToken));
    }

    private async Task ClaimAllAsync(CancellationToken ct)
    {
        int claimed;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            claimed = await scope.ServiceProvider.GetRequiredService<DailyCollection>().ClaimAsync(ct);
            if (claimed > 0) WorkerLog.Claimed(logger, claimed);
        }
        while (claimed > 0);
    }

    private static async Task<bool> NextTickAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
