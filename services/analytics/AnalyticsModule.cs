using MassTransit;
using SocialSelling.Analytics.Consumers;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Features;
using SocialSelling.Analytics.Features.Privacy;
using SocialSelling.Analytics.Options;
using SocialSelling.Analytics.Workers;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Analytics;

/// <summary>What analytics consists of.</summary>
internal static class AnalyticsModule
{
    public static WebApplicationBuilder AddAnalytics(this WebApplicationBuilder builder)
    {
        builder.AddServiceBus<AnalyticsDbContext>(bus =>
        {
            bus.AddConsumer<AccountConnectedConsumer, AccountConnectedConsumerDefinition>();
            bus.AddConsumer<AccountDisconnectedConsumer, AccountDisconnectedConsumerDefinition>();
            bus.AddConsumer<PostPublishedConsumer, PostPublishedConsumerDefinition>();
            bus.AddConsumer<PostPublishFailedConsumer, PostPublishFailedConsumerDefinition>();
            bus.AddConsumer<AccountInsightsCollectedConsumer, AccountInsightsCollectedConsumerDefinition>();
            bus.AddConsumer<MediaInsightsCollectedConsumer, MediaInsightsCollectedConsumerDefinition>();
            bus.AddPersonalData<AnalyticsPersonalData>();
        });

        builder.Services.AddServiceOptions<AnalyticsOptions, AnalyticsOptionsValidator>(AnalyticsOptions.Section);
        builder.Services.AddScoped<InsightRequests>();
        builder.Services.AddScoped<DailyCollection>();
        builder.Services.AddHostedService<DailyCollectionWorker>();
        return builder;
    }

    public static void MapAnalytics(this WebApplication app) => app.MapAnalyticsFeatures();
}
