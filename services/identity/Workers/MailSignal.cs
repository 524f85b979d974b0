using System.Threading.Channels;

namespace SocialSelling.Identity.Workers;

/// <summary>Wakes the mail worker of this process at once; without a call it looks by itself after a while.</summary>
internal sealed class MailSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Notify() => channel.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody called, or the host stops, which the caller sees by itself.
        }
    }
}
