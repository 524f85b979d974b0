using MassTransit;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Features.Audit;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Identity.Consumers;

/// <summary>Writes down what all services record; in batches, idempotent by the entry's id.</summary>
internal sealed class AuditEntryRecordedConsumer(AuditLedger ledger) : IConsumer<Batch<AuditEntryRecorded>>
{
    public Task Consume(ConsumeContext<Batch<AuditEntryRecorded>> context) =>
        ledger.AppendAsync(context.Message.Select(item => item.Message), context.CancellationToken);
}

internal sealed class AuditEntryRecordedConsumerDefinition : ConsumerDefinition<AuditEntryRecordedConsumer>
{
    private const int BatchSize = 100;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AuditEntryRecordedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = BatchSize * 2;
        endpointConfigurator.ConcurrentMessageLimit = BatchSize * 2;
        endpointConfigurator.UseServiceRetry();
        consumerConfigurator.Options<BatchOptions>(batch => batch
            .SetMessageLimit(BatchSize).SetTimeLimit(TimeSpan.FromMilliseconds(20)).SetConcurrencyLimit(1));
    }
}
