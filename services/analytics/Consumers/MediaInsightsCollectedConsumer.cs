using MassTransit;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Instagram;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Analytics.Consumers;

internal sealed class MediaInsightsCollectedConsumer(AnalyticsDbContext db) : IConsumer<MediaInsightsCollected>
{
    public async Task Consume(ConsumeContext<MediaInsightsCollected> context)
    {
        var message = context.Message;
        var (account, media, day) = (message.AccountId, message.PlatformMediaId, UtcDays.Of(message.OccurredAt));
        var latest = await db.PostMetrics.FindAsync([account, media], context.CancellationToken)
            ?? db.PostMetrics.Add(PostMetrics.Create(message.WorkspaceId, account, media)).Entity;
        var history = await db.PostMetricsDays.FindAsync([account, media, day], context.CancellationToken)
            ?? db.PostMetricsDays.Add(PostMetricsDay.Create(message.WorkspaceId, account, media, day)).Entity;

        latest.Apply(message.Metrics, message.OccurredAt);
        history.Apply(message.Metrics, message.OccurredAt);
    }
}

internal sealed class MediaInsightsCollectedConsumerDefinition : ConsumerDefinition<MediaInsightsCollectedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MediaInsightsCollectedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<AnalyticsDbContext>(context);
}
