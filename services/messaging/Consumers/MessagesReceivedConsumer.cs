using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data.Inbox;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Customers' messages, in batches; idempotent by the unique platform id.</summary>
internal sealed class MessagesReceivedConsumer(InboxWriter inbox) : IConsumer<Batch<MessagesReceived>>
{
    public Task Consume(ConsumeContext<Batch<MessagesReceived>> context) =>
        inbox.WriteAsync(IncomingKind.FromCustomer, context.Message.SelectMany(item => item.Message.Messages).Select(message => IncomingMessage.From(message)), context.CancellationToken);
}

internal sealed class MessagesReceivedConsumerDefinition : ConsumerDefinition<MessagesReceivedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MessagesReceivedConsumer> consumerConfigurator, IRegistrationContext context) =>
        IncomingBatch.Configure(endpointConfigurator, consumerConfigurator, messageLimit: 10);
}
