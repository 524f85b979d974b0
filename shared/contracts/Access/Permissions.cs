namespace SocialSelling.Contracts.Access;

/// <summary>The catalogue of permissions, each named <c>resource.action</c>. Roles are sets of these; endpoints ask for one.</summary>
public static class Permissions
{
    /// <summary>See the workspace and its members.</summary>
    public const string WorkspacesRead = "workspaces.read";

    /// <summary>See the connected client accounts.</summary>
    public const string AccountsRead = "accounts.read";

    /// <summary>Connect and disconnect client accounts.</summary>
    public const string AccountsManage = "accounts.manage";

    /// <summary>Read conversations, contacts and messages.</summary>
    public const string ConversationsRead = "conversations.read";

    /// <summary>Change the state of a conversation, such as marking it read.</summary>
    public const string ConversationsUpdate = "conversations.update";

    /// <summary>Send messages.</summary>
    public const string MessagesSend = "messages.send";

    /// <summary>See the media library.</summary>
    public const string MediaRead = "media.read";

    /// <summary>Upload media.</summary>
    public const string MediaUpload = "media.upload";

    /// <summary>See posts and their results.</summary>
    public const string PostsRead = "posts.read";

    /// <summary>Create, schedule and cancel posts.</summary>
    public const string PostsManage = "posts.manage";

    /// <summary>See analytics.</summary>
    public const string AnalyticsRead = "analytics.read";

    /// <summary>Ask for a fresh collection of insights.</summary>
    public const string AnalyticsRefresh = "analytics.refresh";

    /// <summary>Every permission there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WorkspacesRead, AccountsRead, AccountsManage, ConversationsRead, ConversationsUpdate, MessagesSend,
        MediaRead, MediaUpload, PostsRead, PostsManage, AnalyticsRead, AnalyticsRefresh,
    ];
}
