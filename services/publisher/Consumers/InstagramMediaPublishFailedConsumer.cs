using MassTransit;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Publisher.Consumers;

internal sealed class InstagramMediaPublishFailedConsumer(
    PublisherDbContext db, IEventOutbox outbox, AuditTrail audit, TimeProvider clock,
    ILogger<InstagramMediaPublishFailedConsumer> logger) : IConsumer<InstagramMediaPublishFailed>
{
    public async Task Consume(ConsumeContext<InstagramMediaPublishFailed> context)
    {
        var message = context.Message;
        var post = await db.ScheduledPosts.SingleOrDefaultAsync(
            p => p.Id == message.PostId && p.WorkspaceId == message.WorkspaceId, context.CancellationToken);
        var now = clock.GetUtcNow();
        if (post is null || !post.TryMarkFailed(new PostError(message.Code, message.Reason), now))
        {
            ConsumerLog.ResultIgnored(logger, message.PostId, "failed");
            return;
        }

        outbox.Add(PostEvents.Failed(post, now));
        audit.AddPublishFailure(post);
    }
}

internal sealed class InstagramMediaPublishFailedConsumerDefinition : ConsumerDefinition<InstagramMediaPublishFailedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<InstagramMediaPublishFailedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<PublisherDbContext>(context);
}
