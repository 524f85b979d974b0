using MassTransit;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Consumers;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Features.Privacy;
using SocialSelling.Instagram.Features.Webhooks;
using SocialSelling.Instagram.Options;
using SocialSelling.Instagram.Workers;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;
using SocialSelling.ServiceDefaults.Resilience;

namespace SocialSelling.Instagram;

internal static class InstagramModule
{
    public static void AddInstagram(this WebApplicationBuilder builder)
    {
        builder.Services.AddServiceOptions<MetaOptions, MetaOptionsValidator>("Meta");
        builder.Services.AddSingleton<InstagramMetrics>();
        AddClients(builder.Services);
        AddWebhooks(builder.Services);
        AddSending(builder.Services);
        AddPublishing(builder.Services);
        builder.AddServiceBus<InstagramDbContext>(bus =>
        {
            bus.AddConsumer<AccountConnectedConsumer, AccountConnectedConsumerDefinition>();
            bus.AddConsumer<AccountDisconnectedConsumer, AccountDisconnectedConsumerDefinition>();
            bus.AddConsumer<SendInstagramMessageConsumer, SendInstagramMessageConsumerDefinition>();
            bus.AddConsumer<PublishInstagramMediaConsumer, PublishInstagramMediaConsumerDefinition>();
            bus.AddConsumer<CollectInstagramInsightsConsumer, CollectInstagramInsightsConsumerDefinition>();
            bus.AddPersonalData<InstagramPersonalData>();
        });
    }

    public static void MapInstagram(this WebApplication app) => WebhookEndpoints.Map(app);

    private static void AddClients(IServiceCollection services)
    {
        services.AddHttpClient<GraphClient>().AddResilience(Patience).RemoveAllLoggers();
        services.AddInternalHttpClient<AccountsClient>("Accounts");
        services.AddSingleton<AccountTokens>();
        services.AddScoped<ConversationReader>();
        services.AddScoped<InsightsReader>();
    }

    /// <summary>Meta fetches the picture while a container is made. The client itself sets the limit of the whole call, <c>Meta:Timeout</c>.</summary>
    private static void Patience(ResilienceOptions options)
    {
        options.AttemptTimeout = TimeSpan.FromSeconds(60);
        options.TotalTimeout = TimeSpan.FromSeconds(60);
    }

    private static void AddWebhooks(IServiceCollection services)
    {
        services.AddServiceOptions<WebhookOptions, WebhookOptionsValidator>("Webhooks");
        services.AddSingleton<WebhookSignature>();
        services.AddSingleton<WebhookLedger>();
        services.AddSingleton<LedgerInsert>();
        services.AddSingleton<WaitingDeliveries>();
        services.AddSingleton<DeliveryProcessor>();
        services.AddSingleton(typeof(WorkSignal<>));
        services.AddHostedService<LedgerWriter>();
        services.AddHostedService<WebhookProcessor>();
        services.AddHostedService<UnknownAccountSweeper>();
        services.AddHostedService<LedgerWatch>();
    }

    private static void AddSending(IServiceCollection services)
    {
        services.AddServiceOptions<SendingOptions, SendingOptionsValidator>("Sending");
        services.AddScoped<MessageDispatch>();
        services.AddScoped<OutcomeLookup>();
        services.AddHostedService<MessageSender>();
        services.AddHostedService<MessageRecovery>();
    }

    private static void AddPublishing(IServiceCollection services)
    {
        services.AddServiceOptions<PublishingOptions, PublishingOptionsValidator>("Publishing");
        services.AddScoped<PublicationEnd>();
        services.AddScoped<ContainerSteps>();
        services.AddScoped<PublishSteps>();
        services.AddScoped<PublicationRunner>();
        services.AddHostedService<PublicationWorker>();
    }
}
