using System.Threading.Channels;

namespace SocialSelling.Instagram.Workers;

/// <summary>Wakes a worker of this process at once; many calls in a row wake it once. Without a call it looks by itself after a while.</summary>
/// <typeparam name="TWorker">The worker it wakes.</typeparam>
internal sealed class WorkSignal<TWorker>
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Notify() => _channel.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await _channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody called.
        }
    }
}
