using Microsoft.AspNetCore.SignalR;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Realtime;

/// <summary>Tells the clients of a workspace what changes in its inbox. The server pushes <c>conversationUpdated</c>; clients call nothing.</summary>
internal sealed class InboxHub(InboxAudience audience) : Hub
{
    public const string Path = "/hubs/inbox";
    public const string ConversationUpdated = "conversationUpdated";

    public override async Task OnConnectedAsync()
    {
        audience.Add(Context);
        var workspace = CurrentWorkspace.From(Context.User);
        foreach (var group in InboxAudience.GroupsOf(workspace))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        audience.Remove(Context);
        return Task.CompletedTask;
    }
}
