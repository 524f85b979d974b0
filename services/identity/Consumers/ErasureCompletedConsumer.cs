using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Identity.Consumers;

internal sealed class ErasureCompletedConsumer(ErasureCollector collector) : IConsumer<ErasureCompleted>
{
    public Task Consume(ConsumeContext<ErasureCompleted> context) => collector.ReceiveAsync(context.Message, context.CancellationToken);
}

internal sealed class ErasureCompletedConsumerDefinition : ConsumerDefinition<ErasureCompletedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ErasureCompletedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceInbox<IdentityDbContext>(context);
}
