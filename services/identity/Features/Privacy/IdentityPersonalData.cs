using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Hashes of passwords and tokens, seeds and keys are never copied out. Audit entries stay: they hold ids, and nothing may take a link out of their chain.</summary>
internal sealed class IdentityPersonalData(UserErasure users, WorkspaceErasure workspaces) : IPersonalData
{
    private static readonly string[] AuditColumns =
    [
        "id", "sequence", "occurred_at", "actor_type", "actor_id", "action", "target_type", "target_id", "address", "user_agent", "before", "after", "service",
    ];

    private static readonly string[] InvitationColumns =
        ["id", "workspace_id", "email", "role", "role_id", "account_ids", "invited_by", "created_at", "expires_at", "accepted_at", "revoked_at"];

    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } =
    [
        new("workspace.json", "workspaces", "id = $1", ["id uuid"], ["id", "name", "owner_id", "created_at", "updated_at"]),
        new("members.json", "workspace_members m JOIN users u ON u.id = m.user_id", "m.workspace_id = $1", ["m.user_id uuid"],
            ["m.workspace_id", "m.user_id", "u.name", "u.email", "m.role", "m.role_id", "m.account_ids", "m.created_at AS \"joinedAt\""]),
        new("roles.json", "custom_roles", "workspace_id = $1", ["id uuid"],
            ["id", "workspace_id", "name", "description", "permissions", "created_at", "updated_at"]),
        new("invitations.json", "invitations", "workspace_id = $1", ["id uuid"], InvitationColumns),
        new("api-keys.json", "api_keys", "workspace_id = $1", ["id uuid"],
            ["id", "workspace_id", "name", "prefix", "scopes", "account_ids", "created_by", "created_at", "expires_at", "last_used_at", "revoked_at"]),
        new("audit.json", "audit_entries", "chain_id = $1", ["sequence bigint"], AuditColumns),
    ];

    public IReadOnlyList<ExportFile> UserFiles { get; } =
    [
        new("profile.json", "users", "id = $1", ["id uuid"],
        [
            "id", "email", "name", "username", "first_name", "last_name", "bio", "phone", "avatar_key IS NOT NULL AS \"hasAvatar\"", "language", "timezone",
            "subscription_tier", "preferences", "email_verified", "mfa_enabled", "created_at", "updated_at",
        ]),
        new("memberships.json", "workspace_members m JOIN workspaces w ON w.id = m.workspace_id", "m.user_id = $1", ["m.workspace_id uuid"],
            ["m.workspace_id", "w.name AS \"workspaceName\"", "m.role", "m.role_id", "m.account_ids", "m.created_at AS \"joinedAt\""]),
        new("sessions.json", "sessions", "user_id = $1", ["id uuid"],
            ["id", "workspace_id", "user_agent", "address", "authenticated_at", "created_at", "last_seen_at", "expires_at", "ended_at", "end_reason"]),
        new("remembered-devices.json", "remembered_devices", "user_id = $1", ["id uuid"],
            ["id", "user_agent", "address", "created_at", "last_used_at", "expires_at"]),
        new("passkeys.json", "passkeys", "user_id = $1", ["id uuid"], ["id", "name", "is_backed_up AS \"synced\"", "created_at", "last_used_at"]),
        new("invitations.json", "invitations", "email_key = (SELECT email_key FROM users WHERE id = $1)", ["id uuid"], InvitationColumns),
        new("audit.json", "audit_entries", "actor_type = 'user' AND actor_id = $1::text", ["chain_id uuid", "sequence bigint"], AuditColumns),
    ];

    public IReadOnlyList<ErasureStep> WorkspaceErasure => workspaces.Steps;

    public IReadOnlyList<ErasureStep> UserErasure => users.Steps;
}
