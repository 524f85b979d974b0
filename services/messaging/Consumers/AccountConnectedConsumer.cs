using MassTransit;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Messaging.Consumers;

internal sealed class AccountConnectedConsumer(MessagingDbContext db) : IConsumer<AccountConnected>
{
    public async Task Consume(ConsumeContext<AccountConnected> context)
    {
        var connected = context.Message;
        var account = await db.ClientAccounts.FindAsync([connected.AccountId], context.CancellationToken);
        if (account is null)
        {
            account = ClientAccount.Create(connected.AccountId, connected.WorkspaceId, connected.Channel, connected.PlatformAccountId);
            db.ClientAccounts.Add(account);
        }

        account.Connect(connected.Username, connected.Name, connected.OccurredAt.ToUniversalTime());
    }
}

internal sealed class AccountConnectedConsumerDefinition : ConsumerDefinition<AccountConnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountConnectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<MessagingDbContext>(context);
}
