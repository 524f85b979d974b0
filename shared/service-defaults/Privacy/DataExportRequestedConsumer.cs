using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Privacy;

internal sealed class DataExportRequestedConsumer(PrivacyJobs jobs) : IConsumer<DataExportRequested>
{
    public Task Consume(ConsumeContext<DataExportRequested> context) => context.Message switch
    {
        { WorkspaceId: { } workspaceId } request => jobs.ExportWorkspaceAsync(request.ExportId, workspaceId, context.CancellationToken),
        { UserId: { } userId } request => jobs.ExportUserAsync(request.ExportId, userId, context.CancellationToken),
        var request => throw new InvalidOperationException($"Export {request.ExportId} names neither a workspace nor a user."),
    };
}

internal sealed class DataExportRequestedConsumerDefinition : ConsumerDefinition<DataExportRequestedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DataExportRequestedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceInbox<ServiceDbContext>(context);
}
