using MassTransit;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Instagram;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Analytics.Consumers;

internal sealed class AccountInsightsCollectedConsumer(AnalyticsDbContext db) : IConsumer<AccountInsightsCollected>
{
    public async Task Consume(ConsumeContext<AccountInsightsCollected> context)
    {
        var message = context.Message;
        var snapshot = await db.AccountSnapshots.FindAsync([message.AccountId, message.Day], context.CancellationToken);
        if (snapshot is null)
        {
            snapshot = AccountSnapshot.Create(message.WorkspaceId, message.AccountId, message.Day);
            db.AccountSnapshots.Add(snapshot);
        }

        snapshot.Apply(message.Metrics, message.OccurredAt);
    }
}

internal sealed class AccountInsightsCollectedConsumerDefinition : ConsumerDefinition<AccountInsightsCollectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountInsightsCollectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<AnalyticsDbContext>(context);
}
