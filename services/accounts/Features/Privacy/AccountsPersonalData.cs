using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Accounts.Features.Privacy;

/// <summary>Tokens are never copied out; they are destroyed, and the accounts are disconnected before anything else goes.</summary>
internal sealed class AccountsPersonalData(AccountErasure accounts) : IPersonalData
{
    private const string OfWorkspace = "workspace_id = $1";
    private const string OfUser = "user_id = $1";

    private static readonly string[] AccountColumns =
    [
        "id", "workspace_id", "user_id AS \"connectedBy\"", "platform", "platform_account_id", "username", "name", "profile_picture_url", "follower_count",
        "status", "metadata", "created_at", "connected_at", "updated_at",
    ];

    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } = [new("accounts.json", "client_accounts", OfWorkspace, ["id uuid"], AccountColumns)];

    public IReadOnlyList<ExportFile> UserFiles { get; } =
        [new("connected-accounts.json", "client_accounts", OfUser, ["id uuid"], ["id", "workspace_id", "platform", "username", "connected_at"])];

    public IReadOnlyList<ErasureStep> WorkspaceErasure =>
    [
        new(AccountErasure.Name, accounts.DisconnectAsync),
        ErasureStep.Delete("oauth_states", OfWorkspace, "begun_connections"),
        ErasureStep.Delete("client_accounts", OfWorkspace, "accounts"),
    ];

    public IReadOnlyList<ErasureStep> UserErasure { get; } =
    [
        ErasureStep.Delete("oauth_states", OfUser, "begun_connections"),
        ErasureStep.Update("client_accounts", "user_id = '00000000-0000-0000-0000-000000000000'", OfUser, "accounts_made_nameless"),
    ];
}
