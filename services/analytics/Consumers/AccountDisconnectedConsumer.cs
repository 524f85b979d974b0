using MassTransit;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Accounts;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Analytics.Consumers;

internal sealed class AccountDisconnectedConsumer(AnalyticsDbContext db) : IConsumer<AccountDisconnected>
{
    public async Task Consume(ConsumeContext<AccountDisconnected> context)
    {
        var message = context.Message;
        var account = await db.ClientAccounts.FindAsync([message.AccountId], context.CancellationToken);
        if (account is null)
        {
            // The connection may still be on its way; the row makes sure that it does not revive the account.
            account = ClientAccount.Create(message.AccountId, message.WorkspaceId, message.Channel, message.PlatformAccountId);
            db.ClientAccounts.Add(account);
        }

        account.Disconnect(message.OccurredAt);
    }
}

internal sealed class AccountDisconnectedConsumerDefinition : ConsumerDefinition<AccountDisconnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountDisconnectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<AnalyticsDbContext>(context);
}
