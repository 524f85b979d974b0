using MassTransit;
using Microsoft.AspNetCore.SignalR;
using SocialSelling.Contracts.Messaging;
using SocialSelling.Messaging.Features.Realtime;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Pushes changes to this instance's clients. Each instance has a queue of its own, which ends with it.</summary>
internal sealed partial class ConversationUpdatedConsumer(IHubContext<InboxHub> hub, ILogger<ConversationUpdatedConsumer> logger) : IConsumer<ConversationUpdated>
{
    // A client that does not read holds up its own pushes only: the rest goes on, and the transport ends its connection.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public async Task Consume(ConsumeContext<ConversationUpdated> context)
    {
        var push = hub.Clients
            .Group(InboxHub.GroupOf(context.Message.WorkspaceId))
            .SendAsync(InboxHub.ConversationUpdated, context.Message, CancellationToken.None);
        try
        {
            await push.WaitAsync(Patience, context.CancellationToken);
        }
        catch (TimeoutException)
        {
            SlowClient(context.Message.WorkspaceId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client of workspace {WorkspaceId} does not read its pushes")]
    private partial void SlowClient(Guid workspaceId);
}

internal sealed class ConversationUpdatedConsumerDefinition : ConsumerDefinition<ConversationUpdatedConsumer>
{
    private static readonly string Instance = Guid.NewGuid().ToString("N");
    private const int Partitions = 16;

    public ConversationUpdatedConsumerDefinition() => Endpoint(endpoint =>
    {
        endpoint.Temporary = true;
        endpoint.InstanceId = Instance;
        endpoint.PrefetchCount = 256;
        endpoint.ConcurrentMessageLimit = 256;
    });

    // In order within a workspace: "sent" must not be overtaken by the "queued" before it.
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ConversationUpdatedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        consumerConfigurator.Message<ConversationUpdated>(message => message.UsePartitioner(Partitions, updated => updated.Message.WorkspaceId));
}
