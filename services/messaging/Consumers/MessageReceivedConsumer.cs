using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data.Inbox;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Customers' messages, in batches; idempotent by the unique platform id.</summary>
internal sealed class MessageReceivedConsumer(InboxWriter inbox) : IConsumer<Batch<MessageReceived>>
{
    public Task Consume(ConsumeContext<Batch<MessageReceived>> context) =>
        inbox.WriteAsync(IncomingKind.FromCustomer, context.Message.Select(item => IncomingMessage.From(item.Message)), context.CancellationToken);
}

internal sealed class MessageReceivedConsumerDefinition : ConsumerDefinition<MessageReceivedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MessageReceivedConsumer> consumerConfigurator, IRegistrationContext context) =>
        IncomingBatch.Configure(endpointConfigurator, consumerConfigurator);
}
