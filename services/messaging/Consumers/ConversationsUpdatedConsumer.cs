using MassTransit;
using Microsoft.AspNetCore.SignalR;
using SocialSelling.Contracts.Messaging;
using SocialSelling.Messaging.Features.Realtime;

namespace SocialSelling.Messaging.Consumers;

/// <summary>Pushes changes to this instance's clients. Each instance has a queue of its own, which ends with it.</summary>
internal sealed partial class ConversationsUpdatedConsumer(IHubContext<InboxHub> hub, ILogger<ConversationsUpdatedConsumer> logger)
    : IConsumer<ConversationsUpdated>
{
    // A client that does not read holds up its workspace for this long at most; then the transport ends its connection.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public async Task Consume(ConsumeContext<ConversationsUpdated> context)
    {
        try
        {
            await PushAsync(context.Message).WaitAsync(Patience, context.CancellationToken);
        }
        catch (TimeoutException)
        {
            SlowClient(context.Message.WorkspaceId);
        }
    }

    private async Task PushAsync(ConversationsUpdated changes)
    {
        var clients = hub.Clients.Group(InboxHub.GroupOf(changes.WorkspaceId));
        foreach (var conversation in changes.Conversations) await clients.SendAsync(InboxHub.ConversationUpdated, conversation, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client of workspace {WorkspaceId} does not read its pushes")]
    private partial void SlowClient(Guid workspaceId);
}

internal sealed class ConversationsUpdatedConsumerDefinition : ConsumerDefinition<ConversationsUpdatedConsumer>
{
    private const int Partitions = 16;
    private static readonly string Instance = Guid.NewGuid().ToString("N");

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
