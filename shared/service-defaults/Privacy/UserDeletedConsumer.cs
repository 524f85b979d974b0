using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Privacy;

internal sealed class UserDeletedConsumer(PrivacyJobs jobs) : IConsumer<UserDeleted>
{
    public Task Consume(ConsumeContext<UserDeleted> context) =>
        jobs.EraseUserAsync(context.Message.ErasureId, context.Message.UserId, context.CancellationToken);
}

internal sealed class UserDeletedConsumerDefinition : ConsumerDefinition<UserDeletedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<UserDeletedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceInbox<ServiceDbContext>(context);
}
