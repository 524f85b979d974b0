using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data.Inbox;

namespace SocialSelling.Messaging.Consumers;

/// <summary>What the business wrote outside the suite, in batches; idempotent by the unique platform id.</summary>
internal sealed class MessageEchoReceivedConsumer(InboxWriter inbox) : IConsumer<Batch<MessageEchoReceived>>
{
    public Task Consume(ConsumeContext<Batch<MessageEchoReceived>> context) =>
        inbox.WriteAsync(IncomingKind.FromPhone, context.Message.Select(item => IncomingMessage.From(item.Message)), context.CancellationToken);
}

internal sealed class MessageEchoReceivedConsumerDefinition : ConsumerDefinition<MessageEchoReceivedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MessageEchoReceivedConsumer> consumerConfigurator, IRegistrationContext context) =>
        IncomingBatch.Configure(endpointConfigurator, consumerConfigurator, messageLimit: 200);
}
