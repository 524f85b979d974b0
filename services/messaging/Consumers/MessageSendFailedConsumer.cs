using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Messaging.Data;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Messaging.Consumers;

internal sealed class MessageSendFailedConsumer(SendResult result) : IConsumer<MessageSendFailed>
{
    public Task Consume(ConsumeContext<MessageSendFailed> context)
    {
        var failed = context.Message;
        return result.FailedAsync(failed.WorkspaceId, failed.MessageId, failed.Code, failed.Reason, context.CancellationToken);
    }
}

internal sealed class MessageSendFailedConsumerDefinition : ConsumerDefinition<MessageSendFailedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MessageSendFailedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<MessagingDbContext>(context);
}
