using MassTransit;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Publisher.Consumers;

internal sealed class AccountConnectedConsumer(PublisherDbContext db) : IConsumer<AccountConnected>
{
    public async Task Consume(ConsumeContext<AccountConnected> context)
    {
        var message = context.Message;
        var account = await db.ClientAccounts.FindAsync([message.AccountId], context.CancellationToken);
        if (account is null)
        {
            account = ClientAccount.Create(message.AccountId, message.WorkspaceId, message.Channel, message.PlatformAccountId);
            db.ClientAccounts.Add(account);
        }

        account.Connect(message.WorkspaceId, message.PlatformAccountId, message.Username, message.OccurredAt);
    }
}

internal sealed class AccountConnectedConsumerDefinition : ConsumerDefinition<AccountConnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountConnectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<PublisherDbContext>(context);
}
