namespace SocialSelling.Contracts.Access;

/// <summary>The catalogue of permissions, each named <c>resource.action</c>. Roles are sets of these; endpoints ask for one.</summary>
public static class Permissions
{
    /// <summary>See the workspace and its members.</summary>
    public const string WorkspacesRead = "workspaces.read";

    /// <summary>Rename the workspace and change its settings.</summary>
    public const string WorkspacesUpdate = "workspaces.update";

    /// <summary>Delete the workspace. Owners only.</summary>
    public const string WorkspacesDelete = "workspaces.delete";

    /// <summary>Hand the workspace over to another member. Owners only.</summary>
    public const string WorkspacesTransfer = "workspaces.transfer";

    /// <summary>Get a copy of all data of the workspace. Owners only.</summary>
    public const string WorkspacesExport = "workspaces.export";

    /// <summary>Invite, change and remove members.</summary>
    public const string MembersManage = "members.manage";

    /// <summary>Make and change custom roles.</summary>
    public const string RolesManage = "roles.manage";

    /// <summary>Make and revoke API keys.</summary>
    public const string ApiKeysManage = "apikeys.manage";

    /// <summary>Read the audit log.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Run the installation: see, disable and sign out its users. Held by users, never granted by a role or an API key.</summary>
    public const string PlatformAdmin = "platform.admin";

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

    /// <summary>What only owners may do: in no custom role, and in no API key.</summary>
    public static IReadOnlyList<string> OwnerOnly { get; } = [WorkspacesDelete, WorkspacesTransfer, WorkspacesExport];

    /// <summary>Every permission that a role can grant.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WorkspacesRead, WorkspacesUpdate, WorkspacesDelete, WorkspacesTransfer, WorkspacesExport, MembersManage, RolesManage, ApiKeysManage,
        AuditRead, AccountsRead, AccountsManage, ConversationsRead, ConversationsUpdate,
        MessagesSend, MediaRead, MediaUpload, PostsRead, PostsManage, AnalyticsRead, AnalyticsRefresh,
    ];
}
