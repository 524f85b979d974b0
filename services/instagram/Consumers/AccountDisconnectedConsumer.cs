using MassTransit;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Domain;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Instagram.Consumers;

/// <summary>Forgets the token. One statement; a repeat, or one that is overtaken by a reconnection, changes nothing.</summary>
internal sealed class AccountDisconnectedConsumer(WaitingDeliveries waiting, AccountTokens tokens) : IConsumer<AccountDisconnected>
{
    public async Task Consume(ConsumeContext<AccountDisconnected> context)
    {
        var message = context.Message;
        if (message.Channel != "instagram")
        {
            return;
        }

        tokens.Drop(message.AccountId);
        var account = new KnownAccount(message.AccountId, message.WorkspaceId, message.PlatformAccountId, "", message.OccurredAt);
        await waiting.AccountDisconnectedAsync(account, context.CancellationToken);
    }
}

internal sealed class AccountDisconnectedConsumerDefinition : ConsumerDefinition<AccountDisconnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountDisconnectedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
