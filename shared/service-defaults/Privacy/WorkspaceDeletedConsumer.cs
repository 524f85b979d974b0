using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Privacy;

internal sealed class WorkspaceDeletedConsumer(PrivacyJobs jobs) : IConsumer<WorkspaceDeleted>
{
    public Task Consume(ConsumeContext<WorkspaceDeleted> context) =>
        jobs.EraseWorkspaceAsync(context.Message.ErasureId, context.Message.WorkspaceId, context.CancellationToken);
}

internal sealed class WorkspaceDeletedConsumerDefinition : ConsumerDefinition<WorkspaceDeletedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<WorkspaceDeletedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceInbox<ServiceDbContext>(context);
}
