using Microsoft.Extensions.Hosting;

namespace SocialSelling.Publisher.Tests.Support;

/// <summary>Ends like a process that is asked to stop.</summary>
internal sealed class RunningWorker(BackgroundService worker) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(CancellationToken.None);
        worker.Dispose();
    }
}
