using MassTransit;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Workers;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Instagram.Consumers;

/// <summary>Takes the account over, and lets go the webhooks that came before this news. One statement; a repeat changes nothing.</summary>
internal sealed class AccountConnectedConsumer(WaitingDeliveries waiting, AccountTokens tokens, WorkSignal<WebhookProcessor> processor) : IConsumer<AccountConnected>
{
    public async Task Consume(ConsumeContext<AccountConnected> context)
    {
        var message = context.Message;
        if (message.Channel != "instagram")
        {
            return;
        }

        tokens.Drop(message.AccountId);
        var account = new KnownAccount(message.AccountId, message.WorkspaceId, message.PlatformAccountId, message.Username, message.OccurredAt);
        if (await waiting.AccountConnectedAsync(account, context.CancellationToken) > 0)
        {
            processor.Notify();
        }
    }
}

internal sealed class AccountConnectedConsumerDefinition : ConsumerDefinition<AccountConnectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AccountConnectedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
