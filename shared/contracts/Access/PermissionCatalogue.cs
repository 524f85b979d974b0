namespace SocialSelling.Contracts.Access;

/// <summary>The one list of all permissions. Whatever an endpoint asks for stands here, in the order in which people are shown it.</summary>
public static class PermissionCatalogue
{
    /// <summary>Every permission there is.</summary>
    public static IReadOnlyList<PermissionInfo> All { get; } =
    [
        new(Permissions.WorkspacesRead, "See the workspace, its members and its roles."),
        new(Permissions.WorkspacesUpdate, "Rename the workspace and change its settings."),
        new(Permissions.WorkspacesDelete, "Delete the workspace."),
        new(Permissions.WorkspacesTransfer, "Hand the workspace over to another member."),
        new(Permissions.WorkspacesExport, "Get a copy of all data of the workspace."),
        new(Permissions.MembersManage, "Invite, change and remove members."),
        new(Permissions.RolesManage, "Make, change and delete custom roles."),
        new(Permissions.ApiKeysManage, "Make and revoke API keys."),
        new(Permissions.AuditRead, "Read the audit log."),
        new(Permissions.AccountsRead, "See the connected client accounts."),
        new(Permissions.AccountsManage, "Connect and disconnect client accounts."),
        new(Permissions.ConversationsRead, "Read conversations, contacts and messages."),
        new(Permissions.ConversationsUpdate, "Change the state of a conversation, such as marking it read."),
        new(Permissions.MessagesSend, "Send messages."),
        new(Permissions.MediaRead, "See the media library."),
        new(Permissions.MediaUpload, "Upload media."),
        new(Permissions.PostsRead, "See posts and their results."),
        new(Permissions.PostsManage, "Create, schedule and cancel posts."),
        new(Permissions.AnalyticsRead, "See analytics."),
        new(Permissions.AnalyticsRefresh, "Ask for a fresh collection of insights."),
        new(Permissions.PlatformAdmin, "Run the installation: see, disable and sign out its users."),
    ];

    /// <summary>What a custom role or an API key can be made of: all but what only owners or those who run the installation hold.</summary>
    public static IReadOnlyList<PermissionInfo> Grantable { get; } =
        [.. All.Where(permission => permission.Name != Permissions.PlatformAdmin && !Permissions.OwnerOnly.Contains(permission.Name))];
}
