using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Health;

/// <summary>On stop: readiness goes red, a pause, then the server stops accepting and lets running requests finish.</summary>
internal sealed class DrainOnStop(DrainState state, IOptions<DrainOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        state.Begin();
        return options.Value.DrainDelay > TimeSpan.Zero
            ? Task.Delay(options.Value.DrainDelay, clock, cancellationToken)
            : Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
