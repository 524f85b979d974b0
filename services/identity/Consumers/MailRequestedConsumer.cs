using MassTransit;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Bus;

namespace SocialSelling.Identity.Consumers;

/// <summary>Stores the mail before the message is acknowledged; the worker sends it. Its key is the mail's id, so a repeat changes nothing.</summary>
internal sealed class MailRequestedConsumer(IdentityDbContext db, MailSignal signal, TimeProvider clock) : IConsumer<MailRequested>
{
    public async Task Consume(ConsumeContext<MailRequested> context)
    {
        var request = context.Message;
        if (await db.Mails.AnyAsync(mail => mail.Id == request.MailId, context.CancellationToken))
        {
            return;
        }

        db.Add(Mail.Queue(
            request.MailId, request.Template, request.Language, request.WorkspaceId, request.SealingKeyId,
            Convert.FromBase64String(request.SealedContent), request.OccurredAt, clock.GetUtcNow()));
        await db.SaveChangesAsync(context.CancellationToken);
        signal.Notify();
    }
}

internal sealed class MailRequestedConsumerDefinition : ConsumerDefinition<MailRequestedConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<MailRequestedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseServiceRetry();
}
