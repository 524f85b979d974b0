using MassTransit;
using SocialSelling.Contracts.Messaging;
using SocialSelling.Messaging.Features.Realtime;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Pushes changes to this instance's clients. Each instance has a queue of its own, which ends with it.</summary>
internal sealed class ConversationsUpdatedConsumer(InboxPushes pushes) : IConsumer<ConversationsUpdated>
{
    public async Task Consume(ConsumeContext<ConversationsUpdated> context)
    {
        foreach (var conversation in context.Message.Conversations) await pushes.SendAsync(conversation, context.CancellationToken);
    }
}

internal sealed class ConversationsUpdatedConsumerDefinition : ConsumerDefinition<ConversationsUpdatedConsumer>
{
    private const int Partitions = 16;
    private static readonly string Instance = Guid.CreateVersion7().ToString("N");

    public ConversationsUpdatedConsumerDefinition() => Endpoint(endpoint =>
    {
        endpoint.Temporary = true;
        endpoint.InstanceId = Instance;
        endpoint.PrefetchCount = 256;
        endpoint.ConcurrentMessageLimit = 256;
    });

    // In order within a workspace: "sent" must not be overtaken by the "queued" before it.
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ConversationsUpdatedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        consumerConfigurator.Message<ConversationsUpdated>(message => message.UsePartitioner(Partitions, updated => updated.Message.WorkspaceId));
}
