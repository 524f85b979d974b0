using Microsoft.AspNetCore.SignalR;
using SocialSelling.Contracts.Messaging;

namespace SocialSelling.Messaging.Features.Realtime;

/// <summary>Pushes to the clients of a workspace. A client that does not read holds up nobody else, until the transport ends its connection.</summary>
internal sealed class InboxPushes(IHubContext<InboxHub> hub, InboxAudience audience)
{
    // About 2 KB each: what two seconds of a storm make wait, which is as long as the transport is patient.
    private const int MaxWaiting = 8192;
    private int _waiting;

    /// <summary>Returns once every client that reads has it. Order is kept a client.</summary>
    public async Task SendAsync(ConversationUpdated conversation, CancellationToken ct)
    {
        var push = audience.Of(hub.Clients, conversation.WorkspaceId, conversation.AccountId)
            .SendAsync(InboxHub.ConversationUpdated, conversation, CancellationToken.None);
        if (push.IsCompleted)
        {
            await push;
            return;
        }

        var isFull = Interlocked.Increment(ref _waiting) > MaxWaiting;
        var completed = CompleteAsync(push);
        if (isFull) await completed.WaitAsync(ct);
    }

    private async Task CompleteAsync(Task push)
    {
        try
        {
            await push;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
