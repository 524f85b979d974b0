using MassTransit;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Messaging.Consumers;

internal sealed class AccountDisconnectedConsumer(MessagingDbContext db) : IConsumer<AccountDisconnected>
{
    public async Task Consume(ConsumeContext<AccountDisconnected> context)
    {
        var disconnected = context.Message;
        var account = await db.ClientAccounts.FindAsync([disconnected.AccountId], context.CancellationToken);
        if (account is null)
        {
            // It overtook the event of the connection, which must not connect the account again when it comes.
            account = ClientAccount.Create(disconnected.AccountId, disconnected.WorkspaceId, disconnected.Channel, disconnected.PlatformAccountId);
            db.ClientAccounts.Add(account);
        }

        account.Disconnect(disconnected.OccurredAt.ToUniversalTime());
    }
}

internal sealed class AccountDisconnectedConsumerDefinition : ConsumerDefinition<AccountDisconnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountDisconnectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<MessagingDbContext>(context);
}
