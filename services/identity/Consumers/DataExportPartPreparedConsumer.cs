using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Identity.Consumers;

internal sealed class DataExportPartPreparedConsumer(ExportCollector collector) : IConsumer<DataExportPartPrepared>
{
    public Task Consume(ConsumeContext<DataExportPartPrepared> context) => collector.ReceiveAsync(context.Message, context.CancellationToken);
}

internal sealed class DataExportPartPreparedConsumerDefinition : ConsumerDefinition<DataExportPartPreparedConsumer>
{
    /// <summary>Pieces of one export wait for each other: more at a time would only hold connections.</summary>
    public DataExportPartPreparedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DataExportPartPreparedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        // A piece has up to 256 kB.
        endpointConfigurator.PrefetchCount = 4;
        endpointConfigurator.UseServiceInbox<IdentityDbContext>(context);
    }
}
