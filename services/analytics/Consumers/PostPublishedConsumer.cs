using MassTransit;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Publisher;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Analytics.Consumers;

internal sealed class PostPublishedConsumer(AnalyticsDbContext db, InsightRequests requests, TimeProvider clock) : IConsumer<PostPublished>
{
    public async Task Consume(ConsumeContext<PostPublished> context)
    {
        var message = context.Message;
        var post = await db.TrackedPosts.FindAsync([message.PostId], context.CancellationToken);
        if (post is null)
        {
            post = TrackedPost.Create(message.PostId, message.WorkspaceId, message.AccountId);
            db.TrackedPosts.Add(post);
        }

        post.MarkPublished(message.PlatformMediaId, message.Permalink, message.Caption, message.PublishedAt);
        requests.Add(message.WorkspaceId, message.AccountId, clock.Today(), [message.PlatformMediaId]);
    }
}

internal sealed class PostPublishedConsumerDefinition : ConsumerDefinition<PostPublishedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PostPublishedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<AnalyticsDbContext>(context);
}
