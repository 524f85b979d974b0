using Microsoft.AspNetCore.SignalR;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Realtime;

/// <summary>Tells the clients of a workspace what changes in its inbox. The server pushes <c>conversationUpdated</c>; clients call nothing.</summary>
internal sealed class InboxHub : Hub
{
    public const string Path = "/hubs/inbox";
    public const string ConversationUpdated = "conversationUpdated";

    public static string GroupOf(Guid workspaceId) => $"workspace:{workspaceId}";

    public override Task OnConnectedAsync() =>
        Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(CurrentWorkspace.From(Context.User).Id), Context.ConnectionAborted);
}
