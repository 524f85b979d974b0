using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Realtime;

/// <summary>Who listens on this instance: those who see a whole workspace in its group, the confined in a group for each of their accounts.</summary>
internal sealed class InboxAudience
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _listeners = new(StringComparer.Ordinal);
    private int _confined;

    public IEnumerable<HubCallerContext> Listeners => _listeners.Values;

    public static IEnumerable<string> GroupsOf(CurrentWorkspace workspace) =>
        workspace.Accounts.All ? [GroupOf(workspace.Id)] : workspace.Accounts.Ids.Select(account => GroupOf(workspace.Id, account));

    public void Add(HubCallerContext listener)
    {
        if (_listeners.TryAdd(listener.ConnectionId, listener) && IsConfined(listener)) Interlocked.Increment(ref _confined);
    }

    public void Remove(HubCallerContext listener)
    {
        if (_listeners.TryRemove(listener.ConnectionId, out _) && IsConfined(listener)) Interlocked.Decrement(ref _confined);
    }

    /// <summary>Nearly always there is nobody confined, and the one group is all.</summary>
    public IClientProxy Of(IHubClients clients, Guid workspaceId, Guid accountId) => Volatile.Read(ref _confined) == 0
        ? clients.Group(GroupOf(workspaceId))
        : clients.Groups([GroupOf(workspaceId), GroupOf(workspaceId, accountId)]);

    private static bool IsConfined(HubCallerContext listener) => !AccountScope.From(listener.User).All;

    private static string GroupOf(Guid workspaceId) => $"workspace:{workspaceId}";

    private static string GroupOf(Guid workspaceId, Guid accountId) => $"workspace:{workspaceId}:account:{accountId}";
}
