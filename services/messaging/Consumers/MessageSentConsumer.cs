using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Messaging.Consumers;

internal sealed class MessageSentConsumer(SendResult result) : IConsumer<MessageSent>
{
    public Task Consume(ConsumeContext<MessageSent> context)
    {
        var sent = context.Message;
        return result.SentAsync(sent.WorkspaceId, sent.MessageId, sent.PlatformMessageId, context.CancellationToken);
    }
}

internal sealed class MessageSentConsumerDefinition : ConsumerDefinition<MessageSentConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MessageSentConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<MessagingDbContext>(context);
}
