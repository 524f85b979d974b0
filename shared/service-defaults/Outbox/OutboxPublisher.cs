using System.Diagnostics;
using MassTransit;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Brings rows to the broker and waits for its confirmations.</summary>
internal sealed class OutboxPublisher(IBus bus)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Publishes all rows in their order, and tells which ones failed and why.</summary>
    /// <remarks>A stopping host waits for it: what the broker has confirmed must not come back.</remarks>
    public async Task<IReadOnlyDictionary<long, Exception>> PublishAsync(IReadOnlyList<OutboxRow> rows)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        var failures = new Dictionary<long, Exception>();
        var pending = rows.Select(row => (row.Position, Task: PublishAsync(row, timeout.Token))).ToList();
        foreach (var (position, task) in pending)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.Exception is { } error) failures[position] = error.InnerException ?? error;
            else if (task.IsCanceled) failures[position] = new TimeoutException("The broker did not confirm in time.");
        }

        return failures;
    }

    /// <summary>Whether the row itself is the reason, or its missing receiver, and not the way to the broker.</summary>
    public static bool IsFaultOfRow(Exception error) => error is FaultyRowException or MessageReturnedException;

    private async Task PublishAsync(OutboxRow row, CancellationToken ct)
    {
        using var activity = Continue(row);
        var (message, type) = MessageTypes.Read(row);
        await bus.Publish(message, type, context => Address(context, row, type), ct);
    }

    // MassTransit takes trace and baggage from the current activity into the message.
    private static Activity? Continue(OutboxRow row)
    {
        if (row.TraceParent is null) return null;
        var activity = new Activity("outbox").SetParentId(row.TraceParent);
        if (row.CorrelationId is not null) activity.SetBaggage(CorrelationId.BaggageName, row.CorrelationId);
        return activity.Start();
    }

    private static void Address(PublishContext context, OutboxRow row, Type type)
    {
        context.MessageId = row.Id;
        // While no queue takes it, because a receiver was never started or the broker lost its data, the broker returns it and the row waits.
        context.Mandatory = true;
    }
}
