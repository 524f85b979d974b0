using System.Text;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Workers;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Instagram.Consumers;

/// <summary>Queues the message; the sender does the rest. Its key is the message's id, so a repeat changes nothing.</summary>
internal sealed class SendInstagramMessageConsumer(InstagramDbContext db, MessageDispatch dispatch, WorkSignal<MessageSender> sender, TimeProvider clock)
    : IConsumer<SendInstagramMessageRequested>
{
    private const int MaxTextBytes = 1000;

    private static readonly Verdict BadText = new(VerdictKind.Final, "MSG_002", "A message must have text of at most 1,000 bytes.");

    public async Task Consume(ConsumeContext<SendInstagramMessageRequested> context)
    {
        var request = context.Message;
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        if (await db.OutboundMessages.AnyAsync(m => m.MessageId == request.MessageId, context.CancellationToken)
            || await db.IsErasedAsync(request.WorkspaceId, context.CancellationToken))
        {
            return;
        }

        var message = OutboundMessage.Create(
            request.MessageId, request.WorkspaceId, request.AccountId, request.ConversationId, request.ContactPlatformId, request.Text, clock.GetUtcNow());
        if (string.IsNullOrWhiteSpace(request.Text) || Encoding.UTF8.GetByteCount(request.Text) > MaxTextBytes)
        {
            dispatch.Fail(message, BadText);
        }

        db.OutboundMessages.Add(message);
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
        sender.Notify();
    }
}

internal sealed class SendInstagramMessageConsumerDefinition : ConsumerDefinition<SendInstagramMessageConsumer>
{
    /// <summary>One at a time keeps the order of a conversation.</summary>
    public SendInstagramMessageConsumerDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SendInstagramMessageConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
