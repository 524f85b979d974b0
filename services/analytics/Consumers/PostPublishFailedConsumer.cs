using MassTransit;
using SocialSelling.Analytics.Data;
using SocialSelling.Analytics.Domain;
using SocialSelling.Contracts.Publisher;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Analytics.Consumers;

internal sealed class PostPublishFailedConsumer(AnalyticsDbContext db) : IConsumer<PostPublishFailed>
{
    public async Task Consume(ConsumeContext<PostPublishFailed> context)
    {
        var message = context.Message;
        var post = await db.TrackedPosts.FindAsync([message.PostId], context.CancellationToken);
        if (post is null)
        {
            post = TrackedPost.Create(message.PostId, message.WorkspaceId, message.AccountId);
            db.TrackedPosts.Add(post);
        }

        post.MarkFailed(message.Code, message.Reason, message.OccurredAt);
    }
}

internal sealed class PostPublishFailedConsumerDefinition : ConsumerDefinition<PostPublishFailedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PostPublishFailedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<AnalyticsDbContext>(context);
}
