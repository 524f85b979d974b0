namespace SocialSelling.Contracts.Access;

/// <summary>The built-in roles of a workspace and the permissions each one grants.</summary>
public static class Roles
{
    /// <summary>May do everything; every workspace has at least one.</summary>
    public const string Owner = "owner";

    /// <summary>May do everything but what only an owner may.</summary>
    public const string Admin = "admin";

    /// <summary>Runs the inbox and the calendar; does not connect accounts.</summary>
    public const string Manager = "manager";

    /// <summary>Answers customers.</summary>
    public const string Agent = "agent";

    /// <summary>Looks, and changes nothing.</summary>
    public const string Viewer = "viewer";

    private static readonly IReadOnlyList<string> ViewerPermissions =
    [
        Permissions.WorkspacesRead, Permissions.AccountsRead, Permissions.ConversationsRead, Permissions.MediaRead,
        Permissions.PostsRead, Permissions.AnalyticsRead,
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Grants = new(StringComparer.Ordinal)
    {
        [Owner] = Permissions.All,
        [Admin] = [.. Permissions.All.Except(Permissions.OwnerOnly)],
        [Manager] =
        [
            .. ViewerPermissions, Permissions.ConversationsUpdate, Permissions.MessagesSend, Permissions.MediaUpload, Permissions.PostsManage,
            Permissions.AnalyticsRefresh,
        ],
        [Agent] = [.. ViewerPermissions, Permissions.ConversationsUpdate, Permissions.MessagesSend, Permissions.MediaUpload],
        [Viewer] = ViewerPermissions,
    };

    /// <summary>The built-in roles, the mightiest first.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [Owner, Admin, Manager, Agent, Viewer];

    /// <summary>Whether it names a built-in role.</summary>
    public static bool IsBuiltIn(string role) => Grants.ContainsKey(role);

    /// <summary>The permissions of a built-in role; none for an unknown one.</summary>
    public static IReadOnlyList<string> PermissionsOf(string role) => Grants.GetValueOrDefault(role, []);
}
