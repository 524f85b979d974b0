using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Analytics.Features.Privacy;

internal sealed class AnalyticsPersonalData : IPersonalData
{
    private const string OfWorkspace = "workspace_id = $1";

    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } =
    [
        new("accounts.json", "client_accounts", OfWorkspace, ["id uuid"],
            ["id", "workspace_id", "channel", "platform_account_id", "username", "is_active", "changed_at", "refreshed_at"]),
        new("account-snapshots.json", "account_snapshots", OfWorkspace, ["account_id uuid", "day date"],
            ["workspace_id", "account_id", "day", "metrics", "collected_at"]),
        new("posts.json", "tracked_posts", OfWorkspace, ["id uuid"],
        [
            "id", "workspace_id", "account_id", "outcome", "ended_at", "platform_media_id", "permalink", "caption", "error_code", "error_reason",
        ]),
        new("post-metrics.json", "post_metrics", OfWorkspace, ["account_id uuid", "platform_media_id text"],
            ["workspace_id", "account_id", "platform_media_id", "metrics", "collected_at"]),
        new("post-metrics-days.json", "post_metrics_days", OfWorkspace, ["account_id uuid", "platform_media_id text", "day date"],
            ["workspace_id", "account_id", "platform_media_id", "day", "metrics", "collected_at"]),
    ];

    /// <summary>No row here names a user of the suite.</summary>
    public IReadOnlyList<ExportFile> UserFiles { get; } = [];

    public IReadOnlyList<ErasureStep> WorkspaceErasure { get; } =
    [
        // The accounts first: what is not there is not asked about any more.
        ErasureStep.Delete("client_accounts", OfWorkspace, "accounts"),
        ErasureStep.Delete("collection_runs", OfWorkspace),
        ErasureStep.Delete("account_snapshots", OfWorkspace),
        ErasureStep.Delete("post_metrics_days", OfWorkspace),
        ErasureStep.Delete("post_metrics", OfWorkspace),
        ErasureStep.Delete("tracked_posts", OfWorkspace, "posts"),
    ];

    public IReadOnlyList<ErasureStep> UserErasure { get; } = [];
}
