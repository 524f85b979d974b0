using SocialSelling.Contracts.Identity;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Which workspace a message is about; absent where it need not be about one, and for the news that the workspace is gone.</summary>
internal static class MessageWorkspace<TMessage>
    where TMessage : class
{
    public static Func<TMessage, Guid>? Of { get; } =
        typeof(TMessage) != typeof(WorkspaceDeleted) && typeof(TMessage).GetProperty("WorkspaceId")?.GetMethod is { } getter && getter.ReturnType == typeof(Guid)
            ? getter.CreateDelegate<Func<TMessage, Guid>>()
            : null;
}
