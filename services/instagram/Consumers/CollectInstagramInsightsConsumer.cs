using MassTransit;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Instagram.Consumers;

/// <summary>Reads figures from Meta and reports them. A repeat reports newer figures, which the receiver takes over the old ones.</summary>
internal sealed partial class CollectInstagramInsightsConsumer(
    InstagramDbContext db, AccountTokens tokens, InsightsReader insights, IEventOutbox outbox, TimeProvider clock, ILogger<CollectInstagramInsightsConsumer> logger)
    : IConsumer<CollectInstagramInsightsRequested>
{
    public async Task Consume(ConsumeContext<CollectInstagramInsightsRequested> context)
    {
        var (request, ct) = (context.Message, context.CancellationToken);
        var (token, problem) = await tokens.GetAsync(request.AccountId, ct);
        if (token is null)
        {
            if (problem!.Kind == VerdictKind.Retry)
            {
                throw new InsightsUnavailableException();
            }

            LogNotConnected(logger, request.AccountId);
            return;
        }

        if (await insights.ReadAccountAsync(token, request.Day, ct) is { } account)
        {
            outbox.Add(new AccountInsightsCollected
            {
                WorkspaceId = request.WorkspaceId,
                AccountId = request.AccountId,
                Day = request.Day,
                Metrics = account,
                OccurredAt = clock.GetUtcNow(),
            });
        }

        foreach (var mediaId in request.PlatformMediaIds)
        {
            if (await insights.ReadMediaAsync(token, mediaId, ct) is { } media)
            {
                outbox.Add(Collected(request, mediaId, media));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private MediaInsightsCollected Collected(CollectInstagramInsightsRequested request, string mediaId, Dictionary<string, long> metrics) => new()
    {
        WorkspaceId = request.WorkspaceId,
        AccountId = request.AccountId,
        PlatformMediaId = mediaId,
        Metrics = metrics,
        OccurredAt = clock.GetUtcNow(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "No insights for account {AccountId}: it is not connected")]
    private static partial void LogNotConnected(ILogger logger, Guid accountId);
}

internal sealed class CollectInstagramInsightsConsumerDefinition : ConsumerDefinition<CollectInstagramInsightsConsumer>
{
    public CollectInstagramInsightsConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<CollectInstagramInsightsConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
