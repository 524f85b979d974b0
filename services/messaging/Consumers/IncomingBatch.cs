using MassTransit;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Messaging.Consumers;

/// <summary>How batches of incoming messages are gathered: a single message waits hardly, a storm goes in large ones.</summary>
internal static class IncomingBatch
{
    private const int ConcurrencyLimit = 2;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(10);

    public static void Configure<TConsumer>(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, int messageLimit)
        where TConsumer : class
    {
        // What waits in a batch counts as being worked on: the limit must leave room for batches being gathered and being stored.
        endpoint.PrefetchCount = messageLimit * (ConcurrencyLimit + 1);
        endpoint.ConcurrentMessageLimit = endpoint.PrefetchCount;
        endpoint.UseServiceRetry();
        consumer.Options<BatchOptions>(options => options
            .SetMessageLimit(messageLimit)
            .SetTimeLimit(TimeLimit)
            .SetConcurrencyLimit(ConcurrencyLimit));
    }
}
