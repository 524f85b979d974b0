using MassTransit;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Publisher.Data;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Publisher.Consumers;

internal sealed class InstagramMediaPublishedConsumer(
    PublisherDbContext db, IEventOutbox outbox, TimeProvider clock, ILogger<InstagramMediaPublishedConsumer> logger) : IConsumer<InstagramMediaPublished>
{
    public async Task Consume(ConsumeContext<InstagramMediaPublished> context)
    {
        var message = context.Message;
        var post = await db.ScheduledPosts.SingleOrDefaultAsync(
            p => p.Id == message.PostId && p.WorkspaceId == message.WorkspaceId, context.CancellationToken);
        var now = clock.GetUtcNow();
        if (post is null || !post.TryMarkPublished(message.PlatformMediaId, message.Permalink, message.OccurredAt, now))
        {
            ConsumerLog.ResultIgnored(logger, message.PostId, "published");
            return;
        }

        outbox.Add(PostEvents.Published(post, now));
    }
}

internal sealed class InstagramMediaPublishedConsumerDefinition : ConsumerDefinition<InstagramMediaPublishedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<InstagramMediaPublishedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<PublisherDbContext>(context);
}
