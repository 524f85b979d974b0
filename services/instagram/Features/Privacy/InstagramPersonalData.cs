using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Instagram.Features.Privacy;

internal sealed class InstagramPersonalData : IPersonalData
{
    private const string OfWorkspace = "workspace_id = $1";

    /// <summary>Webhooks are not copied out: what they say is in messaging's messages.</summary>
    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } =
    [
        new("accounts.json", "instagram_accounts", OfWorkspace, ["account_id uuid"],
            ["account_id", "workspace_id", "platform_account_id", "username", "connected", "changed_at"]),
        new("outbound-messages.json", "outbound_messages", OfWorkspace, ["message_id uuid"],
        [
            "message_id", "workspace_id", "account_id", "conversation_id", "contact_platform_id", "text", "state", "attempts", "created_at", "sending_at",
            "finished_at", "platform_message_id", "failure_code", "failure_reason",
        ]),
        new("publications.json", "media_publications", OfWorkspace, ["post_id uuid"],
        [
            "post_id", "workspace_id", "account_id", "image_url", "caption", "alt_text", "state", "container_id", "platform_media_id", "permalink",
            "attempts", "created_at", "publishing_at", "finished_at", "failure_code", "failure_reason",
        ]),
    ];

    /// <summary>No row here names a user of the suite.</summary>
    public IReadOnlyList<ExportFile> UserFiles { get; } = [];

    public IReadOnlyList<ErasureStep> WorkspaceErasure { get; } =
    [
        new(WebhookErasure.Name, WebhookErasure.EraseAsync),
        ErasureStep.Delete("received_messages", "account_id IN (SELECT account_id FROM instagram_accounts WHERE workspace_id = $1)"),
        ErasureStep.Delete("outbound_messages", OfWorkspace),
        ErasureStep.Delete("media_publications", OfWorkspace, "publications"),
        ErasureStep.Delete("instagram_accounts", OfWorkspace, "accounts"),
    ];

    public IReadOnlyList<ErasureStep> UserErasure { get; } = [];
}
