using MassTransit;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Workers;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Instagram.Consumers;

/// <summary>Stores the publication; the worker takes its steps. Its key is the post's id, so a repeat changes nothing.</summary>
internal sealed class PublishInstagramMediaConsumer(InstagramDbContext db, WorkSignal<PublicationWorker> worker, TimeProvider clock)
    : IConsumer<PublishInstagramMediaRequested>
{
    public async Task Consume(ConsumeContext<PublishInstagramMediaRequested> context)
    {
        var request = context.Message;
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        if (await db.MediaPublications.AnyAsync(p => p.PostId == request.PostId, context.CancellationToken)
            || await db.IsErasedAsync(request.WorkspaceId, context.CancellationToken))
        {
            return;
        }

        db.MediaPublications.Add(MediaPublication.Create(
            request.PostId, request.WorkspaceId, request.AccountId, request.ImageUrl, request.Caption, request.AltText, clock.GetUtcNow()));
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
        worker.Notify();
    }
}

internal sealed class PublishInstagramMediaConsumerDefinition : ConsumerDefinition<PublishInstagramMediaConsumer>
{
    /// <summary>One at a time: a repeat that comes at once finds the row.</summary>
    public PublishInstagramMediaConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PublishInstagramMediaConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
