using System.Collections.Concurrent;
using MassTransit;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>Fails its first two batches as a lost database would.</summary>
internal sealed class OrderPaidBatchConsumer : IConsumer<Batch<OrderPaid>>
{
    private static int batches;

    public static ConcurrentDictionary<Guid, bool> Taken { get; } = new();

    public static int LargestBatch { get; private set; }

    public Task Consume(ConsumeContext<Batch<OrderPaid>> context)
    {
        if (Interlocked.Increment(ref batches) <= 2) throw new InvalidOperationException("As asked.", new TimeoutException());
        LargestBatch = Math.Max(LargestBatch, context.Message.Length);
        foreach (var message in context.Message) Taken[message.Message.OrderId] = true;
        return Task.CompletedTask;
    }
}

internal sealed class OrderPaidBatchConsumerDefinition : ConsumerDefinition<OrderPaidBatchConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<OrderPaidBatchConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseServiceRetry();
        consumerConfigurator.Options<BatchOptions>(batch => batch.SetMessageLimit(100).SetTimeLimit(50).SetConcurrencyLimit(1));
    }
}
