using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Messaging.Features.Privacy;

internal sealed class MessagingPersonalData : IPersonalData
{
    private const string OfWorkspace = "workspace_id = $1";

    // By conversation: that index is there, and one more on messages would cost every incoming message.
    private const string Threads = "conversations c JOIN messages m ON m.conversation_id = c.id";

    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } =
    [
        new("accounts.json", "client_accounts", OfWorkspace, ["id uuid"],
            ["id", "workspace_id", "channel", "platform_account_id", "username", "name", "is_connected", "changed_at"]),
        new("contacts.json", "contacts", OfWorkspace, ["id uuid"],
            ["id", "workspace_id", "account_id", "channel", "platform_id", "username", "name", "created_at"]),
        new("conversations.json", "conversations", OfWorkspace, ["id uuid"],
        [
            "id", "workspace_id", "account_id", "contact_id", "channel", "status", "unread_count", "last_message_id", "last_message_at",
            "window_expires_at", "created_at", "updated_at",
        ]),
        new("messages.json", Threads, "c.workspace_id = $1", ["m.conversation_id uuid", "m.sent_at timestamptz", "m.id uuid"],
        [
            "m.id", "m.workspace_id", "m.conversation_id", "m.account_id", "m.channel", "m.platform_message_id", "m.direction", "m.source", "m.state",
            "m.text", "m.is_read", "m.failure_code", "m.failure_reason", "m.sent_at", "m.created_at",
        ]),
    ];

    /// <summary>No row here names a user of the suite.</summary>
    public IReadOnlyList<ExportFile> UserFiles { get; } = [];

    public IReadOnlyList<ErasureStep> WorkspaceErasure { get; } =
    [
        new("messages", ConversationErasure.EraseAsync),
        ErasureStep.Delete("contacts", OfWorkspace),
        ErasureStep.Delete("conversation_counts", OfWorkspace),
        ErasureStep.Delete("client_accounts", OfWorkspace, "accounts"),
    ];

    public IReadOnlyList<ErasureStep> UserErasure { get; } = [];
}
