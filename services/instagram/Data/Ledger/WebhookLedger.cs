using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>Where a webhook is handed in to be stored. Bounded in bytes: what does not fit is refused at once, and Meta repeats it.</summary>
internal sealed class WebhookLedger(IOptions<WebhookOptions> options)
{
    private readonly Channel<WaitingDelivery> _channel = Channel.CreateUnbounded<WaitingDelivery>();
    private readonly int _maxBytes = options.Value.MaxWaitingBytes;
    private readonly TimeSpan _timeout = options.Value.CommitTimeout;
    private long _bytes;
    private int _count;

    public ChannelReader<WaitingDelivery> Waiting => _channel.Reader;

    /// <summary>Webhooks that wait for their commit now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>True once the body is committed; false when it could not be within the time, and then it may or may not be stored.</summary>
    public async Task<bool> StoreAsync(byte[] body, DateTimeOffset receivedAt)
    {
        var delivery = new WaitingDelivery(body, receivedAt);
        if (Interlocked.Add(ref _bytes, body.Length) > _maxBytes || !_channel.Writer.TryWrite(delivery))
        {
            Interlocked.Add(ref _bytes, -body.Length);
            return false;
        }

        Interlocked.Increment(ref _count);
        try
        {
            return await delivery.Task.WaitAsync(_timeout);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Settle(List<WaitingDelivery> batch, bool stored)
    {
        Interlocked.Add(ref _count, -batch.Count);
        foreach (var delivery in batch)
        {
            Interlocked.Add(ref _bytes, -delivery.Body.Length);
            delivery.TrySetResult(stored);
        }
    }

    /// <summary>Takes no more; what waits is still written.</summary>
    public void Close() => _channel.Writer.TryComplete();
}
